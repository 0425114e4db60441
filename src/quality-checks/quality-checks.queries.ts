import type { Reader } from '../platform/database/transaction.js';

/** Decisions whose letter waits for a second look. */
export async function countWaitingLooks(reader: Reader): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM quality_checks WHERE state = 'waiting'`,
  );
  return Number(row?.count ?? 0);
}
