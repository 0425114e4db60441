import type { Reader } from '../platform/database/transaction.js';

/** The decisions behind a payment's commands that were taken up again and do not stand any more. */
export async function overturnedDecisions(
  reader: Reader,
  paymentId: string,
): Promise<ReadonlySet<string>> {
  const rows: { decisionId: string }[] = await reader.query(
    `SELECT r.decision_id AS decisionId FROM payment_commands c
       JOIN decision_reopenings r ON r.decision_id = c.decision_id
      WHERE c.payment_id = ?`,
    [paymentId],
  );
  return new Set(rows.map(({ decisionId }) => decisionId));
}
