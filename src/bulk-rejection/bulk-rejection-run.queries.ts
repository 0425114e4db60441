import type { Reader } from '../platform/database/transaction.js';

export interface BulkRejectionShown {
  back: string;
  startedAt: Date;
  finishedAt: Date | null;
  cases: { reference: string; state: 'waiting' | 'done' | 'skipped'; why: string | null }[];
}

/** How far a run is, for who started it; null for anybody else. */
export async function bulkRejectionOf(
  reader: Reader,
  { runId, staffId }: { runId: string; staffId: string },
): Promise<BulkRejectionShown | null> {
  const runs: Omit<BulkRejectionShown, 'cases'>[] = await reader.query(
    `SELECT r.back, r.started_at AS startedAt, j.finished_at AS finishedAt
       FROM bulk_rejections j JOIN bulk_runs r ON r.id = j.run_id
      WHERE j.run_id = ? AND r.staff_id = ?`,
    [runId, staffId],
  );
  if (!runs[0]) return null;
  const cases: BulkRejectionShown['cases'] = await reader.query(
    'SELECT reference, state, why FROM bulk_run_cases WHERE run_id = ? ORDER BY position',
    [runId],
  );
  return { ...runs[0], cases };
}
