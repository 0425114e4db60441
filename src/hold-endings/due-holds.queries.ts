import type { Reader } from '../platform/database/transaction.js';
import type { KeptStage } from './hold-ending.rules.js';

/** As many as are looked for at a time. */
export const MOST_DUE_AT_ONCE = 200;

export const UNDECIDED = `a.status IN ('submitted', 'in_review', 'awaiting_evidence')`;
const NOT_KEPT = `NOT EXISTS (SELECT 1 FROM hold_stages s
                               WHERE s.payment_id = p.id AND s.stage = ?)`;
/** Of cases without a running hold; the generated column puts them at its end. */
const NO_HOLD = '9999-12-31 00:00:00.000';

/**
 * Undecided cases whose hold ends between the two and that have not been through the stage: a
 * stretch of the index the queue is ordered by, the nearest end first.
 */
export async function dueHolds(
  reader: Reader,
  { stage, endsAfter, endsBy }: { stage: KeptStage; endsAfter: Date; endsBy: Date },
): Promise<string[]> {
  const rows: { id: string }[] = await reader.query(
    `SELECT a.id FROM applications a FORCE INDEX (ix_applications_by_hold)
       JOIN payments p ON p.application_id = a.id AND p.replaced_at IS NULL
      WHERE ${UNDECIDED} AND a.hold_order_at > ? AND a.hold_order_at <= ? AND ${NOT_KEPT}
      ORDER BY a.hold_order_at LIMIT ${MOST_DUE_AT_ONCE}`,
    [endsAfter, endsBy, stage],
  );
  return rows.map(({ id }) => id);
}

/** Undecided cases of whose payment nothing is held or taken, and that do not say so yet. */
export async function newlyLapsed(reader: Reader): Promise<string[]> {
  const rows: { id: string }[] = await reader.query(
    `SELECT a.id FROM applications a FORCE INDEX (ix_applications_by_hold)
       JOIN payments p ON p.application_id = a.id AND p.replaced_at IS NULL
      WHERE ${UNDECIDED} AND a.hold_order_at = ? AND p.state IN ('failed', 'cancelled', 'error')
        AND ${NOT_KEPT}
      LIMIT ${MOST_DUE_AT_ONCE}`,
    [NO_HOLD, 'lapsed'],
  );
  return rows.map(({ id }) => id);
}
