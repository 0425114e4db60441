import { countWritten } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';

export interface NewBulkRun {
  /** The id of the form that was sent. */
  id: string;
  staffId: string;
  act: 'assign' | 'release' | 'reject';
  toStaffId: string | null;
  back: string;
  startedAt: Date;
}

/** A case and the version its line was drawn with. */
export interface RunCase {
  reference: string;
  seenVersion: number;
}

/** False when this form was sent before: then its first result stands. */
export async function startRun(
  tx: Tx,
  run: NewBulkRun,
  cases: readonly RunCase[],
): Promise<boolean> {
  const started = await countWritten(
    tx,
    `INSERT IGNORE INTO bulk_runs (id, staff_id, act, to_staff_id, back, started_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [run.id, run.staffId, run.act, run.toStaffId, run.back, run.startedAt],
  );
  if (started === 0) return false;
  if (cases.length === 0) return true;
  await tx.query(
    `INSERT INTO bulk_run_cases (run_id, position, reference, seen_version, state)
     VALUES ${cases.map(() => `(?, ?, ?, ?, 'waiting')`).join(', ')}`,
    cases.flatMap(({ reference, seenVersion }, position) => [
      run.id,
      position,
      reference,
      seenVersion,
    ]),
  );
  return true;
}

/** Says what became of one case, in the transaction that did it. */
export async function settleCase(
  tx: Tx,
  of: { runId: string; position: number },
  why: string | null,
): Promise<void> {
  await tx.query('UPDATE bulk_run_cases SET state = ?, why = ? WHERE run_id = ? AND position = ?', [
    why === null ? 'done' : 'skipped',
    why,
    of.runId,
    of.position,
  ]);
}

export interface WaitingCase extends RunCase {
  position: number;
}

/** What of a run is still to be done, in its order. */
export async function waitingCases(reader: Reader, runId: string): Promise<WaitingCase[]> {
  return reader.query(
    `SELECT position, reference, seen_version AS seenVersion
       FROM bulk_run_cases WHERE run_id = ? AND state = 'waiting' ORDER BY position`,
    [runId],
  );
}

/** Locks one case of a run. False when it is done already: whoever comes second does nothing. */
export async function lockWaitingCase(
  tx: Tx,
  { runId, position }: { runId: string; position: number },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM bulk_run_cases
      WHERE run_id = ? AND position = ? AND state = 'waiting' FOR UPDATE`,
    [runId, position],
  );
  return rows.length === 1;
}

/** Says of all that is left why it was not done. */
export async function skipTheRest(tx: Tx, runId: string, why: string): Promise<void> {
  await tx.query(
    `UPDATE bulk_run_cases SET state = 'skipped', why = ? WHERE run_id = ? AND state = 'waiting'`,
    [why, runId],
  );
}
