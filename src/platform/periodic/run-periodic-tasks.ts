import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/transaction.js';
import { PERIODIC_TASKS, type PeriodicTask } from './periodic-task.js';
import { addTask, endTurn, keepTurn, takeTurn, type Turn } from './periodic-turns.store.js';

const LOOK_EVERY_MS = 1000;
/** A task that failed is tried again no later than this, however seldom it comes round. */
const AGAIN_AFTER_SECONDS = 60;

/**
 * Looks every second whether a task is due, and runs it when this worker gets its turn. A worker
 * that dies leaves its turn to the next one as soon as its lease has run out.
 */
@Injectable()
export class RunPeriodicTasks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('periodic');
  private readonly stopping = new AbortController();
  private readonly holder = newId();
  private going: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    @Inject(PERIODIC_TASKS) private readonly tasks: PeriodicTask[],
  ) {}

  onApplicationBootstrap(): void {
    // Each task listens for the stop while it pauses; there are more than Node expects.
    setMaxListeners(0, this.stopping.signal);
    this.going = Promise.all(this.tasks.map((task) => this.goRound(task)));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.going;
  }

  /** One look at one task; says whether it ran. */
  async runIfDue(task: PeriodicTask): Promise<boolean> {
    const turn = { task: task.task, holder: this.holder };
    const lease = this.settings.JOB_LEASE_SECONDS;
    if (!(await this.unitOfWork.run((tx) => takeTurn(tx, turn, lease)))) return false;
    const keeping = setInterval(() => void this.keep(turn), (lease * 1000) / 3);
    const problem = await task.run().then(() => null, problemOf);
    clearInterval(keeping);
    if (problem !== null) this.log.warn({ task: task.task, problem });
    const inSeconds =
      problem === null ? task.everySeconds : Math.min(task.everySeconds, AGAIN_AFTER_SECONDS);
    await this.unitOfWork.run((tx) => endTurn(tx, turn, { inSeconds, problem }));
    return true;
  }

  private async goRound(task: PeriodicTask): Promise<void> {
    let isKnown = false;
    while (!this.stopping.signal.aborted) {
      try {
        if (!isKnown) await this.unitOfWork.run((tx) => addTask(tx, task.task));
        isKnown = true;
        await this.runIfDue(task);
      } catch (error) {
        this.log.warn({ task: task.task, problem: problemOf(error) });
      }
      await pause(LOOK_EVERY_MS, undefined, { signal: this.stopping.signal }).catch(() => null);
    }
  }

  private async keep(turn: Turn): Promise<void> {
    const lease = this.settings.JOB_LEASE_SECONDS;
    await this.unitOfWork
      .run((tx) => keepTurn(tx, turn, lease))
      .catch((error: unknown) => this.log.warn({ task: turn.task, problem: problemOf(error) }));
  }
}

function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
