import type { Tx } from '../platform/database/transaction.js';

/**
 * Holds the property until commit, so that its permits can be counted and a slot taken.
 * The first lock of the house's order: property → application → payment. False when there is none.
 */
export async function lockProperty(tx: Tx, uprn: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT uprn FROM properties WHERE uprn = ? FOR UPDATE', [
    uprn,
  ]);
  return rows.length === 1;
}
