import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database, type Reader, type Tx, UnitOfWork } from '../database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from './job-handler.js';

/** Ends what waits for somebody when its last day is over, unless it ended before. */
@Injectable()
export abstract class LapseJob<Waiting> extends JobHandler {
  override readonly queue = 'housekeeping';
  /** Nobody would see otherwise that nothing came: it goes on trying for a day. */
  override readonly attempts = 1440;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(id: string): Promise<JobOutcome> {
    const waiting = await this.stillWaiting(this.database.reader, id);
    if (!waiting) return DONE;
    const dueAt = this.dueAt(waiting);
    if (this.clock.now() < dueAt) {
      return { done: false, againAt: dueAt, because: 'The last day is not over yet.' };
    }
    await this.unitOfWork.run((tx) => this.lapse(tx, waiting, this.clock.now()));
    return DONE;
  }

  /** Null when there is nothing to end, or no more. */
  protected abstract stillWaiting(reader: Reader, id: string): Promise<Waiting | null>;

  protected abstract dueAt(waiting: Waiting): Date;

  /** Locks, looks whether it is {@link stillWaiting}, and ends it. */
  protected abstract lapse(tx: Tx, waiting: Waiting, at: Date): Promise<void>;
}
