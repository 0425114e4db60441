import type { ChosenReason } from '../decisions/rejection-reasons.rules.js';
import { countWritten } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';

/** What every case of one run is rejected with. */
export interface BulkRejection {
  runId: string;
  reasons: readonly ChosenReason[];
  privateNote: string | null;
  wordsKey: string;
}

export async function insertBulkRejection(tx: Tx, rejection: BulkRejection): Promise<void> {
  const { runId, reasons, privateNote, wordsKey } = rejection;
  await tx.query(
    `INSERT INTO bulk_rejections (run_id, reasons, private_note, words_key) VALUES (?, ?, ?, ?)`,
    [runId, JSON.stringify(reasons), privateNote, wordsKey],
  );
}

export interface RunToCarryOut extends BulkRejection {
  staffId: string;
  finishedAt: Date | null;
}

export async function findBulkRejection(
  reader: Reader,
  runId: string,
): Promise<RunToCarryOut | null> {
  const rows: (Omit<RunToCarryOut, 'reasons'> & { reasons: string })[] = await reader.query(
    `SELECT j.run_id AS runId, j.reasons, j.private_note AS privateNote, j.words_key AS wordsKey,
            j.finished_at AS finishedAt, r.staff_id AS staffId
       FROM bulk_rejections j JOIN bulk_runs r ON r.id = j.run_id WHERE j.run_id = ?`,
    [runId],
  );
  const row = rows[0];
  return row ? { ...row, reasons: JSON.parse(row.reasons) as ChosenReason[] } : null;
}

/** True for the one call that finished it. */
export async function finishBulkRejection(tx: Tx, runId: string, at: Date): Promise<boolean> {
  const written = await countWritten(
    tx,
    'UPDATE bulk_rejections SET finished_at = ? WHERE run_id = ? AND finished_at IS NULL',
    [at, runId],
  );
  return written === 1;
}
