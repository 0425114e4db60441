import { type Exchange, type Handler, jsonBody, type Reply } from '../server/exchange.js';
import { type Route } from '../server/routes.js';
import { SANDBOX_PAY_PATH } from '../pay-settings.js';
import { payErrorReply, payFaultReply } from './pay-errors.js';
import { PostRates, requireJsonBody, withKey, withRate } from './pay-guard.js';
import { capturePayment, createPayment, withEvent } from './payment-changes.js';
import { namedPayment, viewOf } from './pay-exchange.js';
import { paymentEventsJson, paymentJson } from './payment-json.js';
import { isFinished, statusAt } from './payment-progress.js';
import { readPaymentRequest } from './payment-request.js';
import { searchPayments } from './payment-search.js';
import { searchRefunds } from './refund-search.js';
import { listRefunds, makeRefund, readRefund } from './refunds.js';

/** The part of GOV.UK Pay's public API that a service with delayed capture uses. */
export function payRoutes(): Route[] {
  const rates = new PostRates();
  const get = (pattern: string, operation: string, handler: Handler): Route =>
    payRoute('GET', pattern, operation, withKey(handler));
  const post = (pattern: string, operation: string, handler: Handler): Route =>
    payRoute('POST', pattern, operation, handler);
  const one = '/v1/payments/:paymentId';
  return [
    post('/v1/payments', 'create', withRate(rates, 'create', create)),
    get('/v1/payments', 'search', search),
    get('/v1/refunds', 'search-refunds', searchForRefunds),
    get(one, 'read', read),
    get(`${one}/events`, 'events', events),
    post(`${one}/cancel`, 'cancel', withRate(rates, 'other', cancel)),
    post(`${one}/capture`, 'capture', withRate(rates, 'capture', capture)),
    post(`${one}/refunds`, 'refund', withRate(rates, 'other', makeRefund)),
    get(`${one}/refunds`, 'list-refunds', listRefunds),
    get(`${one}/refunds/:refundId`, 'read-refund', readRefund),
  ];
}

function payRoute(
  method: Route['method'],
  pattern: string,
  operation: string,
  handler: Handler,
): Route {
  return {
    method,
    pattern: `${SANDBOX_PAY_PATH}${pattern}`,
    service: 'pay',
    operation,
    handler,
    faultReply: payFaultReply,
  };
}

function create(exchange: Exchange): Reply {
  requireJsonBody(exchange);
  const body = jsonBody(exchange);
  if (!body) return payErrorReply('P0197');
  const wanted = readPaymentRequest(body);
  if (exchange.state.settings.payLiveAccount && !wanted.returnUrl.startsWith('https://')) {
    return payErrorReply('P0920', { field: 'return_url', status: 422 });
  }
  const { payFeePence, paySettleAfterMs } = exchange.state.settings;
  const terms = {
    ...(payFeePence > 0 && { feePence: payFeePence }),
    ...(paySettleAfterMs > 0 && { settleAfterMs: paySettleAfterMs }),
  };
  const payment = createPayment({ ...wanted, ...terms }, exchange.now);
  exchange.state.payments.put(payment);
  const body201 = paymentJson(payment, viewOf(exchange));
  const about = { paymentId: payment.id, reference: payment.reference };
  return { status: 201, body: body201, about };
}

function search(exchange: Exchange): Reply {
  const { payments } = exchange.state;
  const { searchLagMs: lagMs } = exchange.state.settings;
  const wanted = { view: viewOf(exchange), lagMs };
  return { status: 200, body: searchPayments(payments, exchange.url.searchParams, wanted) };
}

function searchForRefunds(exchange: Exchange): Reply {
  const payments = exchange.state.payments.all();
  const { searchLagMs: lagMs } = exchange.state.settings;
  const wanted = { view: viewOf(exchange), lagMs };
  return { status: 200, body: searchRefunds(payments, exchange.url.searchParams, wanted) };
}

function read(exchange: Exchange): Reply {
  return { status: 200, body: paymentJson(namedPayment(exchange, 'P0200'), viewOf(exchange)) };
}

function events(exchange: Exchange): Reply {
  const payment = namedPayment(exchange, 'P0300');
  return { status: 200, body: paymentEventsJson(payment, viewOf(exchange)) };
}

function cancel(exchange: Exchange): Reply {
  const payment = namedPayment(exchange, 'P0500');
  if (isFinished(statusAt(payment, exchange.now))) return payErrorReply('P0501');
  const at = exchange.now.toISOString();
  exchange.state.payments.put(withEvent(payment, { status: 'cancelled', code: 'P0040', at }));
  return { status: 204 };
}

/** Asking again for a capture already asked for is answered 204 and changes nothing, as at Pay. */
function capture(exchange: Exchange): Reply {
  const { state, now } = exchange;
  const payment = namedPayment(exchange, 'P1000');
  const status = statusAt(payment, now);
  if (status === 'success' && payment.delayedCapture) return { status: 204 };
  if (status !== 'capturable') return payErrorReply('P1003');
  const capturedAt = new Date(now.getTime() + state.settings.captureDelayMs);
  state.payments.put(capturePayment(payment, now, capturedAt));
  return { status: 204 };
}
