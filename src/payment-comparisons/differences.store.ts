import { writeUnique } from '../platform/database/conditional-write.js';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import type { DifferenceKind, Ours, Theirs } from './differences.rules.js';

export interface Found {
  key: string;
  kind: DifferenceKind;
  providerPaymentId: string;
  paymentId: string | null;
  applicationId: string | null;
  ours: Ours | null;
  theirs: Theirs | null;
  /** What the payment service has beyond the ledger. */
  gainPence: Pence;
  /** Of a payment made twice: what the two have in common. */
  reference?: string;
}

/** Keeps a difference once, however many runs find it; one that had gone is open again. */
export async function keepDifference(tx: Tx, runId: string, found: Found, at: Date): Promise<void> {
  const { key, kind, providerPaymentId, paymentId, applicationId } = found;
  await tx.query(
    `INSERT INTO reconciliation_differences
       (id, difference_key, kind, provider_payment_id, payment_id, application_id, ours, theirs,
        gain_pence, reference, found_at, last_found_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE cleared_at = NULL, cleared_by_run = NULL,
       last_found_at = VALUES(last_found_at)`,
    [
      ...[newId(), key, kind, providerPaymentId, paymentId, applicationId],
      ...[found.ours && JSON.stringify(found.ours), found.theirs && JSON.stringify(found.theirs)],
      ...[found.gainPence, found.reference ?? null, at, at],
    ],
  );
  await tx.query(
    `INSERT IGNORE INTO reconciliation_findings (run_id, difference_id)
     SELECT ?, id FROM reconciliation_differences WHERE difference_key = ?`,
    [runId, key],
  );
}

/**
 * What a run that looked at these payments did not find again is gone. Not so a payment made twice:
 * its twin may lie outside the period, so that only {@link clearDuplicates} can tell.
 */
export async function clearOthers(
  tx: Tx,
  runId: string,
  providerPaymentIds: readonly string[],
  at: Date,
): Promise<void> {
  if (providerPaymentIds.length === 0) return;
  await tx.query(
    `UPDATE reconciliation_differences d SET d.cleared_at = ?, d.cleared_by_run = ?
      WHERE d.provider_payment_id IN (?) AND d.cleared_at IS NULL AND d.kind <> 'duplicate'
        AND NOT EXISTS (SELECT 1 FROM reconciliation_findings f
                         WHERE f.difference_id = d.id AND f.run_id = ?)`,
    [at, runId, providerPaymentIds, runId],
  );
}

/**
 * A payment made twice is gone when it holds no money any more, or when its twin is in the list of
 * this run and was not found to hold any. A run whose list has the one of them alone knows nothing.
 */
export async function clearDuplicates(tx: Tx, runId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE reconciliation_differences d
       JOIN reconciliation_payments t ON t.run_id = ? AND t.provider_payment_id = d.provider_payment_id
        SET d.cleared_at = ?, d.cleared_by_run = t.run_id
      WHERE d.kind = 'duplicate' AND d.cleared_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM reconciliation_findings f
                         WHERE f.difference_id = d.id AND f.run_id = t.run_id)
        AND (t.state NOT IN ('capturable', 'success') OR t.amount_pence <= t.refunded_pence
             OR EXISTS (SELECT 1 FROM reconciliation_payments twin
                         WHERE twin.run_id = t.run_id AND twin.reference = t.reference
                           AND twin.provider_payment_id <> t.provider_payment_id))`,
    [runId, at],
  );
}

/** Payments made twice of which one at most holds money now. */
export async function clearThese(
  tx: Tx,
  runId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `UPDATE reconciliation_differences SET cleared_at = ?, cleared_by_run = ?
      WHERE id IN (?) AND cleared_at IS NULL`,
    [at, runId, ids],
  );
}

interface Explanation {
  /** The id of the form that was sent. */
  id: string;
  differenceId: string;
  words: string;
  explainedBy: string;
  explainedAt: Date;
}

/** @throws StaleWrite when the difference was explained already */
export async function insertExplanation(tx: Tx, explanation: Explanation): Promise<void> {
  const { id, differenceId, words, explainedBy, explainedAt } = explanation;
  await writeUnique('difference', () =>
    tx.query(
      `INSERT INTO reconciliation_explanations (id, difference_id, words, explained_by, explained_at)
       VALUES (?, ?, ?, ?, ?)`,
      [id, differenceId, words, explainedBy, explainedAt],
    ),
  );
}
