import { countWritten } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { BulkAct, ChosenCase, SkipReason } from './bulk.rules.js';

export interface NewBulkRun {
  /** The id of the form that was sent. */
  id: string;
  staffId: string;
  act: BulkAct;
  toStaffId: string | null;
  back: string;
  startedAt: Date;
}

/** False when this form was sent before: then its first result stands. */
export async function startRun(
  tx: Tx,
  run: NewBulkRun,
  cases: readonly ChosenCase[],
): Promise<boolean> {
  const started = await countWritten(
    tx,
    `INSERT IGNORE INTO bulk_runs (id, staff_id, act, to_staff_id, back, started_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [run.id, run.staffId, run.act, run.toStaffId, run.back, run.startedAt],
  );
  if (started === 0) return false;
  for (const [position, { reference, seenVersion }] of cases.entries()) {
    await tx.query(
      `INSERT INTO bulk_run_cases (run_id, position, reference, seen_version, state)
       VALUES (?, ?, ?, ?, 'waiting')`,
      [run.id, position, reference, seenVersion],
    );
  }
  return true;
}

/** Says what became of one case, in the transaction that did it. */
export async function settleCase(
  tx: Tx,
  of: { runId: string; position: number },
  why: SkipReason | null,
): Promise<void> {
  await tx.query('UPDATE bulk_run_cases SET state = ?, why = ? WHERE run_id = ? AND position = ?', [
    why === null ? 'done' : 'skipped',
    why,
    of.runId,
    of.position,
  ]);
}

/** Whose run a form started; null when it started none. */
export async function staffOfRun(reader: Reader, id: string): Promise<string | null> {
  const rows: { staffId: string }[] = await reader.query(
    'SELECT staff_id AS staffId FROM bulk_runs WHERE id = ?',
    [id],
  );
  return rows[0]?.staffId ?? null;
}
