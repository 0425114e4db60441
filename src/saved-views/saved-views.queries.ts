import type { Reader } from '../platform/database/transaction.js';
import type { SavedView } from './saved-view.rules.js';

export interface ShownView extends SavedView {
  ownerName: string;
}

interface Row extends Omit<ShownView, 'isShared' | 'isFirst'> {
  isShared: number;
  isFirst: number;
}

const COLUMNS = `v.id, v.staff_id AS staffId, v.name, v.query, v.is_shared AS isShared,
                 v.is_first AS isFirst, s.display_name AS ownerName`;

/** A person's own views, then those that colleagues who still work here share; each by name. */
export async function viewsFor(reader: Reader, staffId: string): Promise<ShownView[]> {
  const rows: Row[] = await reader.query(
    `(SELECT ${COLUMNS}, 0 AS part FROM saved_views v JOIN staff_accounts s ON s.id = v.staff_id
       WHERE v.staff_id = ?)
     UNION ALL
     (SELECT ${COLUMNS}, 1 FROM saved_views v JOIN staff_accounts s ON s.id = v.staff_id
       WHERE v.is_shared = 1 AND v.staff_id <> ? AND s.disabled_at IS NULL)
     ORDER BY part, name, id LIMIT 200`,
    [staffId, staffId],
  );
  return rows.map(({ isShared, isFirst, ...row }) => ({
    ...row,
    isShared: Boolean(isShared),
    isFirst: Boolean(isFirst),
  }));
}

/** Of these the view that this person's queue opens with; undefined: with every open case. */
export function firstView(views: readonly ShownView[], staffId: string): ShownView | undefined {
  return views.find((view) => view.staffId === staffId && view.isFirst);
}
