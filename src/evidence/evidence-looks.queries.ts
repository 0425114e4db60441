import type { Reader } from '../platform/database/transaction.js';

/** Whether this officer has looked at the pages of this paper since that instant. */
export async function hasLookedSince(
  reader: Reader,
  look: { applicationId: string; paperId: string; staffId: string; since: Date },
): Promise<boolean> {
  const rows: { payload: string }[] = await reader.query(
    `SELECT payload FROM timeline_events
      WHERE application_id = ? AND happened_at >= ? AND type = 'evidence-viewed'
        AND actor_kind = 'staff' AND actor_id = ?`,
    [look.applicationId, look.since, look.staffId],
  );
  return rows.some(({ payload }) => {
    const seen = JSON.parse(payload) as { paperId: string; what: string };
    return seen.paperId === look.paperId && seen.what === 'pages';
  });
}
