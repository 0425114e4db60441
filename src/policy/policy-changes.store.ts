import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import { renewStamp } from './policy-stamp.store.js';

export interface PolicyChange {
  /** `letter:…`, `reason:…`, `setting:…`, `holiday:…`, `need:…`, `target:…` */
  subject: string;
  changedBy: string;
  changedAt: Date;
  /** The instant it holds from. */
  holdsFrom: Date;
  /** What it was and what it is, as people read it; null for nothing. */
  before: string | null;
  after: string | null;
}

/** Belongs to every change, in its transaction: who, when, what it was and is. Never altered. */
export async function recordPolicyChange(tx: Tx, change: PolicyChange): Promise<void> {
  await tx.query(
    `INSERT INTO policy_changes
       (id, subject, changed_by, changed_at, holds_from, before_text, after_text)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[newId(), change.subject, change.changedBy, change.changedAt, change.holdsFrom],
      ...[change.before, change.after],
    ],
  );
  await renewStamp(tx);
}
