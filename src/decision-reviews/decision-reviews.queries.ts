import type { Reader } from '../platform/database/transaction.js';

/** Reviews that residents asked for and nobody has answered. */
export async function countOpenReviews(reader: Reader): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    'SELECT COUNT(*) AS count FROM decision_reviews WHERE outcome IS NULL',
  );
  return Number(row?.count ?? 0);
}
