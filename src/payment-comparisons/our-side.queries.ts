import type { ProviderState } from '../payments/payment-actions.rules.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import { type Corrected, NEVER_CORRECTED, type Ours } from './differences.rules.js';

/** What the ledger has of one payment of ours. */
export interface Posted {
  clearingPence: Pence;
}

export const NOTHING_POSTED: Posted = { clearingPence: 0 };

/** Our side of one payment at the service, as it is now. */
export async function ourSideNow(
  reader: Reader,
  providerPaymentId: string,
): Promise<{ ours: Ours | null; corrected: Corrected }> {
  const [row]: {
    id: string;
    state: ProviderState;
    amountPence: number;
    refundedPence: number;
  }[] = await reader.query(
    `SELECT id, state, amount_pence AS amountPence, refunded_pence AS refundedPence
       FROM payments WHERE provider_payment_id = ?`,
    [providerPaymentId],
  );
  const corrections = await correctedOf(reader, [providerPaymentId]);
  const corrected = corrections.get(providerPaymentId) ?? NEVER_CORRECTED;
  if (!row) return { ours: null, corrected };
  const posted = (await postedOf(reader, [row.id])).get(row.id) ?? NOTHING_POSTED;
  const { state } = row;
  const pence = {
    amountPence: Number(row.amountPence),
    refundedPence: Number(row.refundedPence),
  };
  return { ours: { state, ...pence, ...withCorrected(posted, corrected) }, corrected };
}

/** What was corrected while nobody knew whose payment it is counts as well. */
export function withCorrected({ clearingPence }: Posted, { unplacedPence }: Corrected): Posted {
  return { clearingPence: clearingPence + unplacedPence };
}

export async function postedOf(
  reader: Reader,
  paymentIds: readonly string[],
): Promise<Map<string, Posted>> {
  if (paymentIds.length === 0) return new Map();
  const rows: { paymentId: string; pence: string }[] = await reader.query(
    `SELECT j.payment_id AS paymentId,
            SUM(CASE WHEN e.debit_account = 'provider_clearing' THEN e.amount_pence
                     WHEN e.credit_account = 'provider_clearing' THEN -e.amount_pence
                     ELSE 0 END) AS pence
       FROM ledger_journals j JOIN ledger_entries e ON e.journal_id = j.id
      WHERE j.payment_id IN (?) GROUP BY j.payment_id`,
    [paymentIds],
  );
  return new Map(rows.map(({ paymentId, pence }) => [paymentId, { clearingPence: Number(pence) }]));
}

/** By the payment service's own id: what people corrected, of payments we know and of others. */
export async function correctedOf(
  reader: Reader,
  providerPaymentIds: readonly string[],
): Promise<Map<string, Corrected>> {
  if (providerPaymentIds.length === 0) return new Map();
  const rows: { id: string; times: string; pence: string | null }[] = await reader.query(
    `SELECT d.provider_payment_id AS id, COUNT(DISTINCT j.id) AS times,
            SUM(CASE WHEN j.payment_id IS NOT NULL THEN 0
                     WHEN e.debit_account = 'provider_clearing' THEN e.amount_pence
                     WHEN e.credit_account = 'provider_clearing' THEN -e.amount_pence
                     ELSE 0 END) AS pence
       FROM reconciliation_differences d
       JOIN ledger_journals j ON j.effect_key = CONCAT('closed:', d.id)
       JOIN ledger_entries e ON e.journal_id = j.id
      WHERE d.provider_payment_id IN (?) GROUP BY d.provider_payment_id`,
    [providerPaymentIds],
  );
  return new Map(
    rows.map(({ id, times, pence }) => [
      id,
      { times: Number(times), unplacedPence: Number(pence ?? 0) },
    ]),
  );
}
