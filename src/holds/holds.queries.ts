import { instant } from '../platform/database/lists.js';
import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import type { LocalDate } from '../shared/london-date.js';
import type { HoldReason } from './hold-reasons.rules.js';

export interface HoldShown {
  applicationId: string;
  reason: HoldReason;
  words: string;
  wakeOn: LocalDate;
  setByName: string;
  setAt: Date;
}

/** The holds that are on now among these cases. */
export async function holdsOn(
  reader: Reader,
  applicationIds: readonly string[],
  now: Date,
): Promise<HoldShown[]> {
  if (applicationIds.length === 0) return [];
  return readList<HoldShown>(reader, {
    columns: {
      ...{ applicationId: 'h.application_id', reason: 'h.reason', words: 'h.words' },
      ...{ wakeOn: 'h.wake_on', setByName: 's.display_name', setAt: instant('h.set_at') },
    },
    from: `case_holds h
       JOIN applications a ON a.id = h.application_id JOIN staff_accounts s ON s.id = h.set_by
      WHERE h.application_id IN (?) AND h.ended_at IS NULL
        AND a.status = 'submitted' AND a.on_hold_until > ?`,
    values: [applicationIds, now],
    order: 'h.set_at DESC',
  });
}

/** The cases this officer put on hold that wake, or woke, on this day and wait for somebody. */
export async function wokenFor(reader: Reader, staffId: string, today: LocalDate) {
  const rows: { id: string }[] = await reader.query(
    `SELECT h.application_id AS id FROM case_holds h JOIN applications a ON a.id = h.application_id
      WHERE h.set_by = ? AND h.ended_at IS NULL AND h.wake_on = ? AND a.status = 'submitted'
      ORDER BY a.hold_order_at, a.received_at LIMIT 100`,
    [staffId, today],
  );
  return rows.map(({ id }) => id);
}

/** The cases this officer has on hold, the first to wake first. */
export async function heldBackBy(reader: Reader, staffId: string, now: Date) {
  const rows: { id: string }[] = await reader.query(
    `SELECT h.application_id AS id FROM case_holds h JOIN applications a ON a.id = h.application_id
      WHERE h.set_by = ? AND h.ended_at IS NULL AND a.status = 'submitted' AND a.on_hold_until > ?
      ORDER BY h.wake_on, h.set_at LIMIT 100`,
    [staffId, now],
  );
  return rows.map(({ id }) => id);
}

/** How many cases are on hold now. */
export async function countOnHold(reader: Reader, now: Date): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM applications WHERE status = 'submitted' AND on_hold_until > ?`,
    [now],
  );
  return Number(row?.count ?? 0);
}
