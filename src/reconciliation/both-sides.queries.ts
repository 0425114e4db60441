import type { ProviderState } from '../payments/payment-actions.rules.js';
import type { Reader } from '../platform/database/transaction.js';
import type { LocalDate } from '../shared/london-date.js';
import {
  type Corrected,
  NEVER_CORRECTED,
  type Ours,
  type Sides,
  type Theirs,
} from '../payment-comparisons/differences.rules.js';
import {
  correctedOf,
  NOTHING_POSTED,
  type Posted,
  postedOf,
  withCorrected,
} from '../payment-comparisons/our-side.queries.js';
import type { Period } from '../payment-comparisons/period.rules.js';
import { instantsOf } from '../payment-comparisons/period.rules.js';

/** One payment of their list beside ours, if we have it. */
export interface BothSides extends Sides {
  providerPaymentId: string;
  theirs: Theirs;
  paymentId: string | null;
  applicationId: string | null;
}

interface Row {
  providerPaymentId: string;
  state: ProviderState;
  amountPence: string | number;
  refundedPence: string | number;
  capturedOn: LocalDate | null;
  settledOn: LocalDate | null;
  paymentId: string | null;
  applicationId: string | null;
  ourState: ProviderState | null;
  ourAmountPence: number | null;
  ourRefundedPence: number | null;
}

/** The next payments of their list that were not compared yet. */
export async function nextToCompare(
  reader: Reader,
  runId: string,
  limit: number,
): Promise<BothSides[]> {
  const rows: Row[] = await reader.query(
    `SELECT t.provider_payment_id AS providerPaymentId, t.state, t.amount_pence AS amountPence,
            t.refunded_pence AS refundedPence, t.captured_on AS capturedOn,
            t.settled_on AS settledOn, p.id AS paymentId, p.application_id AS applicationId,
            p.state AS ourState, p.amount_pence AS ourAmountPence,
            p.refunded_pence AS ourRefundedPence
       FROM reconciliation_payments t
       LEFT JOIN payments p ON p.provider_payment_id = t.provider_payment_id
      WHERE t.run_id = ? ORDER BY t.provider_payment_id LIMIT ?`,
    [runId, limit],
  );
  const known = rows.flatMap(({ paymentId }) => (paymentId === null ? [] : [paymentId]));
  const posted = await postedOf(reader, known);
  const corrections = await correctedOf(
    reader,
    rows.map(({ providerPaymentId }) => providerPaymentId),
  );
  return rows.map((row) => {
    const corrected = corrections.get(row.providerPaymentId) ?? NEVER_CORRECTED;
    const ledger = posted.get(row.paymentId ?? '') ?? NOTHING_POSTED;
    return {
      ...{ providerPaymentId: row.providerPaymentId, paymentId: row.paymentId },
      ...{ applicationId: row.applicationId, theirs: theirsOf(row), corrected },
      ours: oursOf(row, ledger, corrected),
    };
  });
}

function theirsOf(row: Row): Theirs {
  return {
    state: row.state,
    amountPence: Number(row.amountPence),
    refundedPence: Number(row.refundedPence),
    capturedOn: row.capturedOn,
    settledOn: row.settledOn,
  };
}

function oursOf(row: Row, ledger: Posted, corrected: Corrected): Ours | null {
  if (row.paymentId === null || row.ourState === null) return null;
  return {
    state: row.ourState,
    amountPence: Number(row.ourAmountPence),
    refundedPence: Number(row.ourRefundedPence),
    ...withCorrected(ledger, corrected),
  };
}

export interface OurPayment {
  paymentId: string;
  providerPaymentId: string;
  applicationId: string;
}

interface Wanted {
  runId: string;
  period: Period;
  after: string | null;
  limit: number;
}

/**
 * Payments of ours, of the period, that their list lacks. We know when an application came, not when
 * its payment was made: at the edges of the period the payment itself must be asked.
 */
export async function notInTheirList(
  reader: Reader,
  { runId, period, after, limit }: Wanted,
): Promise<OurPayment[]> {
  const { from, to } = instantsOf(period);
  return reader.query(
    `SELECT p.id AS paymentId, p.provider_payment_id AS providerPaymentId,
            p.application_id AS applicationId
       FROM payments p
      WHERE p.created_at >= ? AND p.created_at < ? AND p.id > ?
        AND NOT EXISTS (SELECT 1 FROM reconciliation_payments t
                         WHERE t.run_id = ? AND t.provider_payment_id = p.provider_payment_id)
      ORDER BY p.id LIMIT ?`,
    [from, to, after ?? '', runId, limit],
  );
}

export interface Duplicate {
  reference: string;
  providerPaymentId: string;
  paymentId: string | null;
  applicationId: string | null;
}

/** Payments that share their reference with another one that holds money: somebody paid twice. */
export async function paidTwice(reader: Reader, runId: string): Promise<Duplicate[]> {
  return reader.query(
    `SELECT t.reference, t.provider_payment_id AS providerPaymentId, p.id AS paymentId,
            p.application_id AS applicationId
       FROM reconciliation_payments t
       JOIN (SELECT reference FROM reconciliation_payments
              WHERE run_id = ? AND state IN ('capturable', 'success')
                AND amount_pence > refunded_pence AND reference <> ''
              GROUP BY reference HAVING COUNT(*) > 1) AS twice ON twice.reference = t.reference
       LEFT JOIN payments p ON p.provider_payment_id = t.provider_payment_id
      WHERE t.run_id = ? AND t.state IN ('capturable', 'success')
        AND t.amount_pence > t.refunded_pence
      ORDER BY t.provider_payment_id`,
    [runId, runId],
  );
}
