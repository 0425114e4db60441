import type { Reader, Tx } from '../database/transaction.js';

/** Rows up to here are sealed: the sealer need not look at them again. Empty: it has never run. */
export async function findWatermark(reader: Reader, source: string): Promise<string> {
  const rows: { rowId: string }[] = await reader.query(
    'SELECT row_id AS rowId FROM audit_watermarks WHERE source = ?',
    [source],
  );
  return rows[0]?.rowId ?? '';
}

/** Only ever forwards, whatever a machine's clock says. */
export async function moveWatermark(tx: Tx, source: string, rowId: string): Promise<void> {
  await tx.query(
    `INSERT INTO audit_watermarks (source, row_id) VALUES (?, ?)
       ON DUPLICATE KEY UPDATE row_id = GREATEST(row_id, VALUES(row_id))`,
    [source, rowId],
  );
}
