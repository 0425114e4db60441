import { countWritten } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import type { SavedView } from './saved-view.rules.js';

/** Holds this person's views until commit and reads them: two windows cannot save past the most. */
export async function lockViewsOf(tx: Tx, staffId: string): Promise<SavedView[]> {
  await tx.query('SELECT id FROM staff_accounts WHERE id = ? FOR UPDATE', [staffId]);
  const rows: (Omit<SavedView, 'isShared' | 'isFirst'> & { isShared: number; isFirst: number })[] =
    await tx.query(
      `SELECT id, staff_id AS staffId, name, query, is_shared AS isShared, is_first AS isFirst
         FROM saved_views WHERE staff_id = ?`,
      [staffId],
    );
  return rows.map(({ isShared, isFirst, ...row }) => ({
    ...row,
    isShared: Boolean(isShared),
    isFirst: Boolean(isFirst),
  }));
}

export async function insertView(tx: Tx, view: SavedView, savedAt: Date): Promise<void> {
  await tx.query(
    `INSERT INTO saved_views (id, staff_id, name, query, is_shared, is_first, saved_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [view.id, view.staffId, view.name, view.query, view.isShared, view.isFirst, savedAt],
  );
}

export async function updateView(
  tx: Tx,
  view: Pick<SavedView, 'id' | 'staffId' | 'name' | 'isShared' | 'isFirst'>,
): Promise<void> {
  await tx.query(
    'UPDATE saved_views SET name = ?, is_shared = ?, is_first = ? WHERE id = ? AND staff_id = ?',
    [view.name, view.isShared, view.isFirst, view.id, view.staffId],
  );
}

/** Only one view is a person's first. */
export async function takeFirstFromOthers(tx: Tx, staffId: string, id: string): Promise<void> {
  await tx.query('UPDATE saved_views SET is_first = 0 WHERE staff_id = ? AND id <> ?', [
    staffId,
    id,
  ]);
}

/** Whether it was there to be deleted. */
export async function deleteView(tx: Tx, staffId: string, id: string): Promise<boolean> {
  const sql = 'DELETE FROM saved_views WHERE id = ? AND staff_id = ?';
  return (await countWritten(tx, sql, [id, staffId])) === 1;
}
