import { type JsonObject } from '../server/exchange.js';
import { asSeen, seenAt } from './as-seen.js';
import { pageOfResults } from './pages-of-results.js';
import { payRefusal } from './pay-errors.js';
import { refundJson, type View } from './payment-json.js';
import { type PaymentRecord, type RefundRecord } from './payment.record.js';
import { isSettledBetween, SEARCH_PARAMETERS, wrongParameters } from './search-parameters.js';

interface Found {
  payment: PaymentRecord;
  refund: RefundRecord;
}

/** `GET /v1/refunds`: newest first, pages of at most 500, behind by `lagMs`. */
export function searchRefunds(
  payments: PaymentRecord[],
  query: URLSearchParams,
  { view, lagMs }: { view: View; lagMs: number },
): JsonObject {
  const wrong = wrongParameters(query, SEARCH_PARAMETERS);
  if (wrong !== '') throw payRefusal('P1101', { words: [wrong] });
  const seen = { ...view, now: seenAt(view.now, lagMs) };
  const found = payments
    .map((payment) => asSeen(payment, view.now, lagMs))
    .filter((payment) => payment !== null)
    .flatMap((payment) => payment.refunds.map((refund): Found => ({ payment, refund })))
    .filter((one) => isWanted(one, query))
    .sort((a, b) => b.refund.createdAt.localeCompare(a.refund.createdAt));
  const page = pageOfResults({
    ...{ found, query, address: `${view.base}/v1/refunds` },
    show: ({ payment, refund }) => ({
      ...refundJson(payment, refund, seen),
      payment_id: payment.id,
    }),
  });
  if (!page) throw payRefusal('P1100');
  return page;
}

function isWanted({ refund }: Found, query: URLSearchParams): boolean {
  const created = Date.parse(refund.createdAt);
  const [from, to] = [query.get('from_date'), query.get('to_date')];
  return (
    (!from || created >= Date.parse(from)) &&
    (!to || created < Date.parse(to)) &&
    isSettledBetween(refund.settledAt, query)
  );
}
