import type { Reader } from '../platform/database/transaction.js';

/** Commands that a machine could not carry out and a person must look at. */
export async function countPaymentsToSettle(reader: Reader): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM payment_commands WHERE state = 'needs_attention'`,
  );
  return Number(row?.count ?? 0);
}
