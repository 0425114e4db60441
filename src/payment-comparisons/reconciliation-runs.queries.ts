import type { Reader } from '../platform/database/transaction.js';
import type { Period } from './period.rules.js';

/** One stage after the other; a worker that dies leaves the run where its last transaction left it. */
export const RUN_STEPS = [
  'reading',
  'missing',
  'duplicates',
  'refunds',
  'comparing',
  'rechecking',
  'done',
  'failed',
] as const;
export type RunStep = (typeof RUN_STEPS)[number];

export interface Run extends Period {
  id: string;
  /** Null for the daily one. */
  askedBy: string | null;
  askedByName: string | null;
  step: RunStep;
  /** Of the list that is being read: of payments, then of refunds. */
  nextPage: number;
  /** How often a list was read from its beginning, because it changed meanwhile. */
  rounds: number;
  providerTotal: number | null;
  refundsTotal: number | null;
  /** The last one of this step that was looked at: a payment of ours, or a difference found earlier. */
  position: string | null;
  matched: number;
  caughtUp: number;
  /** Payments with refunds that we had not heard of. */
  refundsLearnt: number;
  problem: string | null;
  startedAt: Date;
  /** When it last got further; null before its first step. */
  wentOnAt: Date | null;
  endedAt: Date | null;
}

const COLUMNS = `r.id, r.from_on AS fromOn, r.to_on AS toOn, r.asked_by AS askedBy,
  (SELECT s.display_name FROM staff_accounts s WHERE s.id = r.asked_by) AS askedByName, r.step,
  r.next_page AS nextPage, r.rounds, r.provider_total AS providerTotal,
  r.refunds_total AS refundsTotal, r.missing_after AS position, r.matched,
  r.caught_up AS caughtUp, r.refunds_learnt AS refundsLearnt, r.problem,
  r.started_at AS startedAt, r.went_on_at AS wentOnAt, r.ended_at AS endedAt`;

export async function findRun(reader: Reader, id: string): Promise<Run | null> {
  const [run]: Run[] = await reader.query(
    `SELECT ${COLUMNS} FROM reconciliation_runs r WHERE r.id = ?`,
    [id],
  );
  return run ?? null;
}

export async function latestRuns(reader: Reader, limit: number): Promise<Run[]> {
  return reader.query(
    `SELECT ${COLUMNS} FROM reconciliation_runs r ORDER BY r.started_at DESC, r.id LIMIT ?`,
    [limit],
  );
}

/** Payments of the list that were read and not compared yet. */
export async function countKept(reader: Reader, runId: string): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    'SELECT COUNT(*) AS count FROM reconciliation_payments WHERE run_id = ?',
    [runId],
  );
  return Number(row?.count ?? 0);
}

/** The day's own run over this period, if there is one. */
export async function dailyRunExists(reader: Reader, { fromOn, toOn }: Period): Promise<boolean> {
  const rows: unknown[] = await reader.query(
    'SELECT 1 FROM reconciliation_runs WHERE from_on = ? AND to_on = ? AND is_daily = 1',
    [fromOn, toOn],
  );
  return rows.length > 0;
}
