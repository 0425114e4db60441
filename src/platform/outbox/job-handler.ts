/** What one attempt came to. `again` tries later without counting as a failure. */
export type JobOutcome = { done: true } | { done: false; againAt: Date; because: string };

export const DONE: JobOutcome = { done: true };

/** Which Bull queue carries the job; `payments` is rate limited across all processes. */
export type QueueName = 'payments' | 'letters' | 'housekeeping';

/**
 * Work outside the database, woken by a row of `outbox_jobs`.
 * It may be called more than once for one row: after a crash, never at the same time.
 */
export abstract class JobHandler {
  abstract readonly job: string;
  abstract readonly queue: QueueName;
  /** Attempts that may fail before {@link gaveUp}. */
  readonly attempts: number = 10;
  /** @param subjectId the record's id; everything else is read from the database */
  abstract run(subjectId: string, attempt: number): Promise<JobOutcome>;
  /** Called once when every attempt failed, to say so where people look. */
  abstract gaveUp(subjectId: string, problem: string): Promise<void>;
}

export const JOB_HANDLERS = Symbol('JOB_HANDLERS');
