import { Inject, Injectable, Logger } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { UnitOfWork } from '../database/transaction.js';
import { JOB_HANDLERS, JobHandler, type JobOutcome } from './job-handler.js';
import { buryRow, finishRow, leaseRow, type OutboxRow, postponeRow } from './outbox-rows.store.js';

/** Runs one row of the outbox under a lease; the row says what became of it. */
@Injectable()
export class RunOutboxJob {
  private readonly log = new Logger('jobs');
  private readonly handlers: ReadonlyMap<string, JobHandler>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    @Inject(JOB_HANDLERS) handlers: JobHandler[],
  ) {
    this.handlers = new Map(handlers.map((handler) => [handler.job, handler]));
  }

  async run(id: string): Promise<void> {
    const row = await this.unitOfWork.run((tx) =>
      leaseRow(tx, id, this.settings.JOB_LEASE_SECONDS),
    );
    if (!row) return;
    const handler = this.handlers.get(row.job);
    if (!handler) return this.giveUp(row, null, `No handler for the job ${row.job}.`);
    try {
      await this.settle(row, await handler.run(row.subjectId, row.attempts));
    } catch (error) {
      await this.failed(row, handler, messageOf(error));
    }
  }

  private async settle(row: OutboxRow, outcome: JobOutcome): Promise<void> {
    if (outcome.done) return this.unitOfWork.run((tx) => finishRow(tx, row));
    const seconds = Math.max(0, (outcome.againAt.getTime() - Date.now()) / 1000);
    await this.unitOfWork.run((tx) =>
      postponeRow(tx, row, { seconds, problem: outcome.because, countsAsAttempt: false }),
    );
  }

  private async failed(row: OutboxRow, handler: JobHandler, problem: string): Promise<void> {
    this.log.warn({ job: row.job, row: row.id, attempt: row.attempts, problem });
    if (row.attempts >= handler.attempts) return this.giveUp(row, handler, problem);
    await this.unitOfWork.run((tx) =>
      postponeRow(tx, row, { seconds: backOff(row.attempts), problem, countsAsAttempt: true }),
    );
  }

  private async giveUp(row: OutboxRow, handler: JobHandler | null, problem: string): Promise<void> {
    await handler?.gaveUp(row.subjectId, problem);
    await this.unitOfWork.run((tx) => buryRow(tx, row, problem));
  }
}

/** 1, 2, 4 … 60 seconds, with up to a fifth of jitter. */
function backOff(attempt: number): number {
  return Math.min(60, 2 ** (attempt - 1)) * (1 + Math.random() / 5);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'An unknown problem';
}
