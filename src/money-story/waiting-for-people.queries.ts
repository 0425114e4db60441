import { instant } from '../platform/database/lists.js';
import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import type { ExceptionFact } from './money-facts.rules.js';

/** Refunds outside the rules of this case that nobody has answered, the first one first. */
export async function exceptionsWaiting(
  reader: Reader,
  applicationId: string,
): Promise<ExceptionFact[]> {
  const rows = await readList<ExceptionFact>(reader, {
    columns: {
      amountPence: 'e.amount_pence',
      askedBy: 's.display_name',
      askedAt: instant('e.requested_at'),
    },
    from: `refund_exceptions e JOIN staff_accounts s ON s.id = e.requested_by
      WHERE e.application_id = ? AND e.state = 'requested'`,
    values: [applicationId],
    order: 'e.requested_at, e.id',
  });
  return rows.map((row) => ({ ...row, amountPence: Number(row.amountPence) }));
}

/** How many of them wait, whatever case they are of. */
export async function countExceptionsWaiting(
  reader: Reader,
): Promise<{ count: number; pence: number }> {
  const [row]: { count: string; pence: string }[] = await reader.query(
    `SELECT COUNT(*) AS count, COALESCE(SUM(amount_pence), 0) AS pence
       FROM refund_exceptions WHERE state = 'requested'`,
  );
  return { count: Number(row?.count ?? 0), pence: Number(row?.pence ?? 0) };
}

/** When the resident was asked to pay again, while that is still open; else null. */
export async function askedToPayAgainAt(
  reader: Reader,
  applicationId: string,
): Promise<Date | null> {
  const [row] = await readList<{ askedAt: Date }>(reader, {
    columns: { askedAt: instant('asked_at') },
    from: `payment_requests WHERE application_id = ? AND state = 'open'`,
    values: [applicationId],
    order: 'asked_at DESC',
    limit: 1,
  });
  return row?.askedAt ?? null;
}
