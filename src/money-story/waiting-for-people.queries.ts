import type { Reader } from '../platform/database/transaction.js';
import type { ExceptionFact } from './money-facts.rules.js';

/** Refunds outside the rules of this case that nobody has answered, the first one first. */
export async function exceptionsWaiting(
  reader: Reader,
  applicationId: string,
): Promise<ExceptionFact[]> {
  const rows: (Omit<ExceptionFact, 'amountPence'> & { amountPence: string })[] = await reader.query(
    `SELECT e.amount_pence AS amountPence, s.display_name AS askedBy, e.requested_at AS askedAt
       FROM refund_exceptions e JOIN staff_accounts s ON s.id = e.requested_by
      WHERE e.application_id = ? AND e.state = 'requested' ORDER BY e.requested_at, e.id`,
    [applicationId],
  );
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
  const [row]: { askedAt: Date }[] = await reader.query(
    `SELECT asked_at AS askedAt FROM payment_requests
      WHERE application_id = ? AND state = 'open' ORDER BY asked_at DESC LIMIT 1`,
    [applicationId],
  );
  return row?.askedAt ?? null;
}
