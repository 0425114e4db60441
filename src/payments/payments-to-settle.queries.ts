import type { Reader } from '../platform/database/transaction.js';
import { TWICE } from './given-back-twice.queries.js';

/** Commands that a machine could not carry out, or that gave back twice: a person must look at them. */
export async function countPaymentsToSettle(reader: Reader): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM payment_commands c
      WHERE c.state IN ('needs_attention', 'settled_another_way')
        AND (c.state = 'needs_attention' OR ${TWICE})`,
  );
  return Number(row?.count ?? 0);
}
