import type { Tx } from '../database/transaction.js';

/** A past-tense fact or a request about one record: `application.rejected`, `payment.release-requested`. */
export interface Message {
  type: string;
  /** The id of the record it is about; a job reads everything else from the database. */
  subjectId: string;
  /** Jobs run no earlier than this instant; left out: at once. */
  notBefore?: Date;
}

/**
 * Writes what must happen outside the database into the caller's transaction:
 * one row per subscribed job. The row is the truth; Redis is only the alarm clock.
 */
export abstract class Outbox {
  abstract enqueue(tx: Tx, message: Message): Promise<void>;
}

/** Which jobs a message wakes. The application's one table is `src/subscriptions.ts`. */
export type Subscriptions = Readonly<Record<string, readonly string[]>>;

export class DatabaseOutbox extends Outbox {
  constructor(private readonly subscriptions: Subscriptions) {
    super();
  }

  override async enqueue(tx: Tx, message: Message): Promise<void> {
    const jobs = this.subscriptions[message.type];
    if (!jobs) throw new Error(`No subscription for the message ${message.type}.`);
    for (const job of jobs) {
      await tx.query(
        `INSERT INTO outbox_jobs (message_type, job, subject_id, state, attempts, due_at, created_at)
         VALUES (?, ?, ?, 'waiting', 0, COALESCE(?, UTC_TIMESTAMP(3)), UTC_TIMESTAMP(3))`,
        [message.type, job, message.subjectId, message.notBefore ?? null],
      );
    }
  }
}
