import type { Tx } from './transaction.js';

interface WriteResult {
  affectedRows: number;
}

/** Runs one UPDATE, DELETE or INSERT IGNORE and returns how many rows it touched. */
export async function countWritten(tx: Tx, sql: string, values: unknown[]): Promise<number> {
  const result: WriteResult = await tx.query(sql, values);
  return result.affectedRows;
}

/** Thrown when a conditional write met a row that is no longer as it was read. */
export class StaleWrite extends Error {
  constructor(readonly record: string) {
    super(`The ${record} changed since it was read.`);
  }
}

/** Runs a conditional write that must touch exactly one row; otherwise {@link StaleWrite}. */
export async function writeOne(tx: Tx, record: string, write: { sql: string; values: unknown[] }) {
  const written = await countWritten(tx, write.sql, write.values);
  if (written !== 1) throw new StaleWrite(record);
}

/**
 * Runs a write under a unique key that another row may have taken, such as the id of a form that was
 * sent for something else: then {@link StaleWrite}.
 */
export async function writeUnique<T>(record: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isDuplicateKey(error) ? new StaleWrite(record) : error;
  }
}

/** mysql2's number for a broken unique key. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && error.errno === 1062;
}
