import { effectKeys } from '../ledger/ledger-terms.rules.js';
import { correctedOf } from '../payment-comparisons/our-side.queries.js';
import type { ListedRefund } from '../payments/payment-gateway.js';
import type { Reader } from '../platform/database/transaction.js';

/** Their payments with a refund that the ledger does not say, or says otherwise. */
export async function paymentsToRead(
  reader: Reader,
  refunds: readonly ListedRefund[],
): Promise<string[]> {
  if (refunds.length === 0) return [];
  const ids = [...new Set(refunds.map(({ providerPaymentId }) => providerPaymentId))];
  const payments: { id: string; providerPaymentId: string }[] = await reader.query(
    `SELECT id, provider_payment_id AS providerPaymentId FROM payments
      WHERE provider_payment_id IN (?)`,
    [ids],
  );
  const ours = new Map(payments.map(({ id, providerPaymentId }) => [providerPaymentId, id]));
  const keys = refunds.flatMap((refund) => keyOf(refund, ours) ?? []);
  const posted = await postedKeys(reader, keys);
  // Of a payment that nobody knows a refund matters where the ledger was corrected for it.
  const corrected = await correctedOf(reader, ids);
  const news = refunds.filter((refund) => {
    const key = keyOf(refund, ours);
    return key === null ? corrected.has(refund.providerPaymentId) : !posted.has(key);
  });
  return [...new Set(news.map(({ providerPaymentId }) => providerPaymentId))];
}

function keyOf(
  { id, providerPaymentId, status }: ListedRefund,
  ours: ReadonlyMap<string, string>,
): string | null {
  const paymentId = ours.get(providerPaymentId);
  if (paymentId === undefined) return null;
  return status === 'error'
    ? effectKeys.refundFailed(paymentId, id)
    : effectKeys.refundSent(paymentId, id);
}

async function postedKeys(reader: Reader, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows: { key: string }[] = await reader.query(
    'SELECT effect_key AS `key` FROM ledger_journals WHERE effect_key IN (?)',
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
}
