import { policyBook } from '../policy/policy-book.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { UNDECIDED } from './due-holds.queries.js';
import { endsByFor, holdHoursAt } from './hold-stages.rules.js';

/** As many as are named; the queue has them all. */
const MOST_NAMED = 10;

/** Undecided cases whose hold has come to its first warning: how many, and the first to end. */
export async function endingHolds(
  reader: Reader,
  now: Date,
): Promise<{ count: number; first: string[] }> {
  const hours = holdHoursAt((await policyBook(reader)).settings, now);
  const endsBy = endsByFor('first', hours, now);
  const [counted]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM applications a FORCE INDEX (ix_applications_by_hold)
      WHERE ${UNDECIDED} AND a.hold_order_at <= ?`,
    [endsBy],
  );
  const rows: { id: string }[] = await reader.query(
    `SELECT a.id FROM applications a FORCE INDEX (ix_applications_by_hold)
      WHERE ${UNDECIDED} AND a.hold_order_at <= ? ORDER BY a.hold_order_at, a.id LIMIT ${MOST_NAMED}`,
    [endsBy],
  );
  return { count: Number(counted?.count ?? 0), first: rows.map(({ id }) => id) };
}

/** Undecided cases of whose payment nothing is held or taken any more. */
export async function countLapsedPayments(reader: Reader): Promise<number> {
  const [counted]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM applications a JOIN payments p ON p.application_id = a.id AND p.replaced_at IS NULL
      WHERE ${UNDECIDED} AND p.state IN ('failed', 'cancelled', 'error')`,
  );
  return Number(counted?.count ?? 0);
}
