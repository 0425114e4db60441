import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';

/** One file that somebody took away. */
export interface ExportTaken {
  staffId: string;
  /** `refunds`, `finance`: which list it is. */
  kind: string;
  /** What the list was narrowed to, in words or as its address; never a person's name. */
  filters: string;
  /** Why, in the words of whoever took it. */
  reason: string;
  rowCount: number;
  /** Of the file's bytes, in hex. */
  sha256: string;
  at: Date;
}

/** Written before the file leaves: none goes out that is not in this list (S4.3). */
export async function recordExport(tx: Tx, taken: ExportTaken): Promise<void> {
  const { staffId, kind, filters, reason, rowCount, sha256, at } = taken;
  await tx.query(
    `INSERT INTO export_log (id, staff_id, kind, filters, reason, row_count, sha256, exported_at)
     VALUES (?)`,
    [[newId(), staffId, kind, filters.slice(0, 500), reason, rowCount, sha256, at]],
  );
}

/** How many files this person took in the hour before, under a lock on his account: two at once count. */
export async function exportsInLastHour(tx: Tx, staffId: string, at: Date): Promise<number> {
  await tx.query('SELECT id FROM staff_accounts WHERE id = ? FOR UPDATE', [staffId]);
  const [row]: { count: string }[] = await tx.query(
    'SELECT COUNT(*) AS count FROM export_log WHERE staff_id = ? AND exported_at > ?',
    [staffId, new Date(at.getTime() - 3_600_000)],
  );
  return Number(row?.count ?? 0);
}
