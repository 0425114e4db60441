import { countWritten, writeOne } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import type { ListedPayment } from '../payments/payment-gateway.js';
import type { Run, RunStep } from './reconciliation-runs.queries.js';

/** False when this form was sent before, or the day's own run is there already. */
export async function insertRun(
  tx: Tx,
  run: Pick<Run, 'id' | 'fromOn' | 'toOn' | 'askedBy' | 'startedAt'>,
): Promise<boolean> {
  const written = await countWritten(
    tx,
    `INSERT IGNORE INTO reconciliation_runs
       (id, from_on, to_on, asked_by, is_daily, step, next_page, rounds, matched, caught_up, started_at)
     VALUES (?, ?, ?, ?, ?, 'reading', 1, 1, 0, 0, ?)`,
    [run.id, run.fromOn, run.toOn, run.askedBy, run.askedBy === null ? 1 : null, run.startedAt],
  );
  return written === 1;
}

/** Goes on to another step, from the very one it was read at. */
export async function stepOn(tx: Tx, { id, step }: Run, next: RunStep, at: Date): Promise<void> {
  await writeOne(tx, 'reconciliation', {
    sql: `UPDATE reconciliation_runs
             SET step = ?, ended_at = ?, went_on_at = ?, next_page = 1, missing_after = NULL
           WHERE id = ? AND step = ?`,
    values: [next, next === 'done' ? at : null, at, id, step],
  });
}

export async function failRun(tx: Tx, id: string, problem: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE reconciliation_runs SET step = 'failed', problem = ?, ended_at = ?
      WHERE id = ? AND step NOT IN ('done', 'failed')`,
    [problem.slice(0, 300), at, id],
  );
  await tx.query('DELETE FROM reconciliation_payments WHERE run_id = ?', [id]);
}

/** Keeps one page of their list; kept twice it is the same. */
export async function keepPage(
  tx: Tx,
  run: Run,
  { payments, total, at }: { payments: readonly ListedPayment[]; total: number; at: Date },
): Promise<void> {
  await writeOne(tx, 'reconciliation', {
    sql: `UPDATE reconciliation_runs
             SET next_page = next_page + 1, provider_total = ?, went_on_at = ?
           WHERE id = ? AND step = 'reading' AND next_page = ? AND rounds = ?`,
    values: [total, at, run.id, run.nextPage, run.rounds],
  });
  if (payments.length === 0) return;
  await tx.query(
    `INSERT INTO reconciliation_payments
       (run_id, provider_payment_id, reference, state, amount_pence, refunded_pence,
        captured_on, settled_on)
     VALUES ${payments.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
     ON DUPLICATE KEY UPDATE state = VALUES(state), amount_pence = VALUES(amount_pence),
       refunded_pence = VALUES(refunded_pence), captured_on = VALUES(captured_on),
       settled_on = VALUES(settled_on)`,
    payments.flatMap((one) => [
      run.id,
      one.id,
      one.reference,
      one.state,
      one.amountPence,
      one.refundedPence,
      one.capturedOn,
      one.settledOn,
    ]),
  );
}

/** The list changed while it was read: from the first page again. */
export async function readAgain(tx: Tx, run: Run): Promise<void> {
  await writeOne(tx, 'reconciliation', {
    sql: `UPDATE reconciliation_runs SET next_page = 1, provider_total = NULL, rounds = rounds + 1
           WHERE id = ? AND step = 'reading' AND rounds = ?`,
    values: [run.id, run.rounds],
  });
  await tx.query('DELETE FROM reconciliation_payments WHERE run_id = ?', [run.id]);
}

/** One page of their refunds was looked through. */
export async function lookedThroughRefunds(
  tx: Tx,
  run: Run,
  { total, learnt, at }: { total: number; learnt: number; at: Date },
): Promise<void> {
  await writeOne(tx, 'reconciliation', {
    sql: `UPDATE reconciliation_runs
             SET next_page = next_page + 1, refunds_total = ?, went_on_at = ?,
                 refunds_learnt = refunds_learnt + ?
           WHERE id = ? AND step = 'refunds' AND next_page = ? AND rounds = ?`,
    values: [total, at, learnt, run.id, run.nextPage, run.rounds],
  });
}

/** The list of refunds changed while it was read: from its first page again. */
export async function readRefundsAgain(tx: Tx, run: Run): Promise<void> {
  await writeOne(tx, 'reconciliation', {
    sql: `UPDATE reconciliation_runs SET next_page = 1, refunds_total = NULL, rounds = rounds + 1
           WHERE id = ? AND step = 'refunds' AND rounds = ?`,
    values: [run.id, run.rounds],
  });
}

/** A batch of their payments was compared: it is counted and taken out in one transaction. */
export async function compared(
  tx: Tx,
  runId: string,
  batch: { ids: readonly string[]; matched: number; caughtUp: number; at: Date },
): Promise<void> {
  await tx.query(
    `UPDATE reconciliation_runs
        SET matched = matched + ?, caught_up = caught_up + ?, went_on_at = ? WHERE id = ?`,
    [batch.matched, batch.caughtUp, batch.at, runId],
  );
  const taken = await countWritten(
    tx,
    'DELETE FROM reconciliation_payments WHERE run_id = ? AND provider_payment_id IN (?)',
    [runId, batch.ids],
  );
  if (taken !== batch.ids.length) throw new Error('Another worker compares the same payments.');
}

/** So far a step came in its list: a payment of ours, or a difference found earlier. */
export async function cameTo(tx: Tx, runId: string, position: string, at: Date): Promise<void> {
  await tx.query('UPDATE reconciliation_runs SET missing_after = ?, went_on_at = ? WHERE id = ?', [
    ...[position, at, runId],
  ]);
}
