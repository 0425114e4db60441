import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { UnitOfWork } from '../database/transaction.js';
import { JOB_HANDLERS, JobHandler, type QueueName } from '../outbox/job-handler.js';
import { type OutboxRow, takeDueRows } from '../outbox/outbox-rows.store.js';
import { QueueWorkers } from './queue-workers.js';

const BATCH = 100;
/** `add` never settles while Redis is away; the row comes back by itself. */
const REDIS_PATIENCE_MS = 2000;

/** Wakes Bull for every due row of the outbox, again and again until a worker finishes it. */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('relay');
  private readonly stopping = new AbortController();
  private readonly queueOf: ReadonlyMap<string, QueueName>;
  private turning: Promise<void> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly queues: QueueWorkers,
    @Inject(JOB_HANDLERS) handlers: JobHandler[],
  ) {
    this.queueOf = new Map(handlers.map((handler) => [handler.job, handler.queue]));
  }

  onApplicationBootstrap(): void {
    this.turning = this.turn();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.turning;
  }

  private async turn(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const relayed = await this.relayDueRows();
      if (relayed < BATCH) await this.rest();
    }
  }

  private async relayDueRows(): Promise<number> {
    try {
      const rows = await this.unitOfWork.run((tx) =>
        takeDueRows(tx, BATCH, this.settings.JOB_LEASE_SECONDS),
      );
      for (const row of rows) await this.wake(row);
      return rows.length;
    } catch (error) {
      this.log.warn({ problem: error instanceof Error ? error.message : 'unknown' });
      return 0;
    }
  }

  private async wake(row: OutboxRow): Promise<void> {
    const queue = this.queues.queue(this.queueOf.get(row.job) ?? 'housekeeping');
    const added = queue.add({ row: row.id }, { jobId: `${row.id}:${row.attempts}` });
    await Promise.race([added, pause(REDIS_PATIENCE_MS, undefined, { ref: false })]);
  }

  private async rest(): Promise<void> {
    await pause(this.settings.RELAY_PAUSE_MS, undefined, { signal: this.stopping.signal }).catch(
      () => undefined,
    );
  }
}
