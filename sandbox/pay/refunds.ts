import { type Exchange, jsonBody, type JsonObject, type Reply } from '../server/exchange.js';
import { asSeen, seenAt } from './as-seen.js';
import { payErrorReply, payRefusal } from './pay-errors.js';
import { namedPayment, viewOf } from './pay-exchange.js';
import { requireJsonBody } from './pay-guard.js';
import { newPayId, withRefund } from './payment-changes.js';
import { refundJson, refundsJson } from './payment-json.js';
import { refundAvailabilityAt, refundedPence } from './payment-progress.js';
import { type PaymentRecord, type RefundRecord } from './payment.record.js';

const HIGHEST_PENCE = 10_000_000;

/** `POST /v1/payments/{PAYMENT_ID}/refunds`: refused in the order Pay refuses. */
export function makeRefund(exchange: Exchange): Reply {
  const { state, now } = exchange;
  requireJsonBody(exchange);
  const body = jsonBody(exchange);
  if (!body) return payErrorReply('P0697');
  const amount = readAmount(body);
  const payment = namedPayment(exchange, 'P0600');
  refuseUnlessPossible(payment, amount, { expected: readExpected(body), now });
  const refund: RefundRecord = {
    id: newPayId(),
    amount,
    createdAt: now.toISOString(),
    settlesAt: new Date(now.getTime() + state.settings.refundDelayMs).toISOString(),
    outcome: exchange.refundShallFail ? 'error' : 'success',
  };
  const refunded = withRefund(payment, refund);
  state.payments.put(refunded);
  return { status: 202, body: refundJson(refunded, refund, viewOf(exchange)) };
}

/** Eventually consistent at Pay, unlike the payment and a single refund: behind by `refundListLagMs`. */
export function listRefunds(exchange: Exchange): Reply {
  const payment = namedPayment(exchange, 'P0800');
  const { refundListLagMs: lagMs } = exchange.state.settings;
  const seen = asSeen(payment, exchange.now, lagMs) ?? { ...payment, refunds: [] };
  const view = { ...viewOf(exchange), now: seenAt(exchange.now, lagMs) };
  return { status: 200, body: refundsJson(seen, view) };
}

export function readRefund(exchange: Exchange): Reply {
  const payment = namedPayment(exchange, 'P0700');
  const refund = payment.refunds.find(({ id }) => id === exchange.params['refundId']);
  if (!refund) return payErrorReply('P0700');
  return { status: 200, body: refundJson(payment, refund, viewOf(exchange)) };
}

function readAmount(body: JsonObject): number {
  const amount = body['amount'];
  const field = 'amount';
  if (amount === undefined || amount === null) throw payRefusal('P0601', { field });
  if (typeof amount !== 'number' || !Number.isInteger(amount)) {
    throw payRefusal('P0602', { field, words: ['Must be a valid numeric format'] });
  }
  if (amount < 1) {
    throw payRefusal('P0602', { field, words: ['Must be greater than or equal to 1'] });
  }
  if (amount > HIGHEST_PENCE) {
    throw payRefusal('P0602', { field, words: [`Must be less than or equal to ${HIGHEST_PENCE}`] });
  }
  return amount;
}

/** The docs ask for it; the API, when it is left out, takes what is available. */
function readExpected(body: JsonObject): number | undefined {
  const expected = body['refund_amount_available'];
  if (expected === undefined) return undefined;
  return typeof expected === 'number' ? expected : 0;
}

interface Expectation {
  expected: number | undefined;
  now: Date;
}

function refuseUnlessPossible(
  payment: PaymentRecord,
  amount: number,
  { expected, now }: Expectation,
): void {
  const availability = refundAvailabilityAt(payment, now);
  if (availability !== 'available') throw payRefusal('P0603', { words: [availability] });
  const available = payment.amount - refundedPence(payment, now);
  if (expected !== undefined && expected !== available) throw payRefusal('P0604');
  if (amount > available) throw payRefusal('P0603', { words: ['amount_not_available'] });
}
