import type { ApplicationStatus } from '../applications/application-status.rules.js';
import type { Reader } from '../platform/database/transaction.js';
import type { BulkAct, SkipReason } from './bulk.rules.js';

export interface BulkRunShown {
  act: BulkAct;
  toName: string | null;
  back: string;
  startedAt: Date;
  cases: { reference: string; state: 'waiting' | 'done' | 'skipped'; why: SkipReason | null }[];
}

/** What became of a run, for who started it; null for anybody else. */
export async function bulkRunOf(
  reader: Reader,
  { runId, staffId }: { runId: string; staffId: string },
): Promise<BulkRunShown | null> {
  const runs: Omit<BulkRunShown, 'cases'>[] = await reader.query(
    `SELECT r.act, s.display_name AS toName, r.back, r.started_at AS startedAt
       FROM bulk_runs r LEFT JOIN staff_accounts s ON s.id = r.to_staff_id
      WHERE r.id = ? AND r.staff_id = ? AND r.act <> 'reject'`,
    [runId, staffId],
  );
  if (!runs[0]) return null;
  const cases: BulkRunShown['cases'] = await reader.query(
    'SELECT reference, state, why FROM bulk_run_cases WHERE run_id = ? ORDER BY position',
    [runId],
  );
  return { ...runs[0], cases };
}

export interface ChosenRow {
  reference: string;
  status: ApplicationStatus;
  holderName: string | null;
}

/** The chosen cases as they are now, in the order chosen. */
export async function chosenRows(
  reader: Reader,
  references: readonly string[],
): Promise<ChosenRow[]> {
  if (references.length === 0) return [];
  const rows: ChosenRow[] = await reader.query(
    `SELECT a.reference, a.status, s.display_name AS holderName
       FROM applications a LEFT JOIN staff_accounts s ON s.id = a.claimed_by
      WHERE a.reference IN (?)`,
    [references],
  );
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  return [...new Set(references)].flatMap((reference) => byReference.get(reference) ?? []);
}
