import { writeOne, writeUnique } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import type { CorrectionCause, CorrectionState } from './corrections.rules.js';

export interface Correction {
  /** The id of the form it was asked with. */
  id: string;
  differenceId: string;
  cause: CorrectionCause;
  words: string;
  gainPence: Pence;
  sizePence: Pence;
  needsSecond: boolean;
  askedBy: string;
  askedAt: Date;
}

/** @throws StaleWrite when another correction of the difference was asked for first */
export async function insertCorrection(tx: Tx, one: Correction): Promise<void> {
  const state: CorrectionState = one.needsSecond ? 'waiting' : 'posted';
  await writeUnique('correction', () =>
    tx.query(
      `INSERT INTO reconciliation_corrections
         (id, difference_id, cause, words, gain_pence, size_pence, needs_second, state, asked_by,
          asked_at)
       VALUES (?)`,
      [
        [
          ...[one.id, one.differenceId, one.cause, one.words, one.gainPence, one.sizePence],
          ...[one.needsSecond ? 1 : 0, state, one.askedBy, one.askedAt],
        ],
      ],
    ),
  );
}

interface Answer {
  state: 'posted' | 'declined';
  answeredBy: string;
  answeredAt: Date;
  answerFormId: string;
  declineWords: string | null;
}

/** @throws StaleWrite when it was answered first, or the form has answered another correction */
export async function answerCorrection(tx: Tx, id: string, answer: Answer): Promise<void> {
  await writeUnique('correction', () =>
    writeOne(tx, 'correction', {
      sql: `UPDATE reconciliation_corrections
               SET state = ?, answered_by = ?, answered_at = ?, answer_form_id = ?, decline_words = ?
             WHERE id = ? AND state = 'waiting'`,
      values: [
        ...[answer.state, answer.answeredBy, answer.answeredAt, answer.answerFormId],
        ...[answer.declineWords, id],
      ],
    }),
  );
}

/**
 * After the payment's lock: whoever closes a difference holds all that were found of that payment at
 * the service. It may be nobody's with us, and two differences of it are one distance.
 */
export async function lockDifferencesOf(tx: Tx, providerPaymentId: string): Promise<void> {
  await tx.query(
    'SELECT id FROM reconciliation_differences WHERE provider_payment_id = ? FOR UPDATE',
    [providerPaymentId],
  );
}
