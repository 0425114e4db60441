import {
  type Exchange,
  type Handler,
  hasJsonType,
  isJsonObject,
  jsonBody,
  type JsonObject,
  type Reply,
} from '../server/exchange.js';
import { type Route } from '../server/routes.js';
import { messageStatusAt } from '../notify/message-progress.js';
import { newestFirst } from '../notify/message-search.js';
import { HAPPENINGS, letHappen } from '../pay/meanwhile.js';
import { refundStatusAt } from '../pay/payment-progress.js';
import { viewOf } from '../pay/pay-exchange.js';
import { foundPaymentJson, paymentJson } from '../pay/payment-json.js';
import { addWebhook, deliverWebhooks, listWebhooks } from '../pay/webhooks/webhook.control.js';
import { type WebhookSender } from '../pay/webhooks/webhook-sender.js';
import { readFault, readSettings } from './control-requests.js';
import { makePayment, readPaymentToMake } from './make-payment.js';
import { readVehicleToMake } from './make-vehicle.js';

/** How tests and demo data steer the stand-ins. Not a part of any real service. */
export function controlRoutes(sender: WebhookSender): Route[] {
  return [
    route('POST', 'faults', addFault),
    route('POST', 'faults/clear', clearFaults),
    route('GET', 'faults', (exchange) => ok({ faults: exchange.state.faults.all() })),
    route('POST', 'clock', moveClock),
    route('GET', 'clock', (exchange) => ok(clockJson(exchange))),
    route('POST', 'settings', changeSettings),
    route('GET', 'settings', (exchange) => ok(exchange.state.settings)),
    route('POST', 'payments', addPayment),
    route('POST', 'payments/many', addPayments),
    route('GET', 'payments', listPayments),
    route('GET', 'refunds', listAllRefunds),
    route('POST', 'happenings', addHappening),
    route('POST', 'webhooks', addWebhook),
    route('POST', 'webhooks/deliver', deliverWebhooks(sender)),
    route('GET', 'webhooks', listWebhooks),
    route('POST', 'vehicles', addVehicle),
    route('GET', 'messages', listMessages),
    route('GET', 'log', readLog),
    route('POST', 'reset', reset),
  ];
}

/** A POST must say it is JSON: a foreign page in the same browser cannot send that unasked. */
function route(method: Route['method'], name: string, handler: Handler): Route {
  const guarded: Handler = (exchange) =>
    hasJsonType(exchange) ? handler(exchange) : wrong('Send JSON with its content type.', 415);
  return {
    method,
    pattern: `/control/${name}`,
    service: 'control',
    operation: name,
    handler: method === 'POST' ? guarded : handler,
  };
}

function addFault(exchange: Exchange): Reply {
  const fault = readFault(jsonBody(exchange));
  if (typeof fault === 'string') return wrong(fault);
  exchange.state.faults.add(fault);
  return ok({ faults: exchange.state.faults.all() }, 201);
}

function clearFaults({ state }: Exchange): Reply {
  state.faults.clear();
  return ok({ faults: [] });
}

function moveClock(exchange: Exchange): Reply {
  const offset = jsonBody(exchange)?.['offsetMs'];
  if (!Number.isSafeInteger(offset)) return wrong('offsetMs must be whole milliseconds.');
  exchange.state.changeSettings({ clockOffsetMs: Number(offset) });
  return ok(clockJson(exchange));
}

function changeSettings(exchange: Exchange): Reply {
  const changes = readSettings(jsonBody(exchange));
  if (typeof changes === 'string') return wrong(changes);
  return ok(exchange.state.changeSettings(changes));
}

function addPayment(exchange: Exchange): Reply {
  const wanted = readPaymentToMake(jsonBody(exchange));
  if (typeof wanted === 'string') return wrong(wanted);
  const payment = makePayment(wanted, exchange.now);
  exchange.state.payments.put(payment);
  return ok(paymentJson(payment, viewOf(exchange)), 201);
}

/** Many at once, all or none; answers how many. */
function addPayments(exchange: Exchange): Reply {
  const sent = jsonBody(exchange)?.['payments'];
  if (!Array.isArray(sent)) return wrong('payments must be a list.');
  const wanted = sent.map((one) => readPaymentToMake(isJsonObject(one) ? one : undefined));
  const right = wanted.filter((one) => typeof one !== 'string');
  const fault = wanted.find((one) => typeof one === 'string');
  if (fault !== undefined) return wrong(fault);
  right.forEach((one) => exchange.state.payments.put(makePayment(one, exchange.now)));
  return ok({ made: right.length }, 201);
}

function addHappening({ state, ...exchange }: Exchange): Reply {
  const { paymentId, happening, amountPence } = jsonBody({ state, ...exchange }) ?? {};
  const known = HAPPENINGS.find((one) => one === happening);
  if (!known) return wrong(`happening must be one of ${HAPPENINGS.join(', ')}.`);
  const pence = typeof amountPence === 'number' ? amountPence : undefined;
  return ok({ happened: letHappen(state, String(paymentId), known, pence) });
}

function listPayments(exchange: Exchange): Reply {
  const reference = exchange.url.searchParams.get('reference');
  const payments = exchange.state.payments
    .all()
    .filter((payment) => reference === null || payment.reference === reference)
    .map((payment) => foundPaymentJson(payment, viewOf(exchange)));
  return ok({ payments });
}

/** What is true now, however far the API's own lists are behind. */
function listAllRefunds({ state, now }: Exchange): Reply {
  const refunds = state.payments.all().flatMap(({ id, refunds: made }) =>
    made.map((refund) => ({
      ...{ payment_id: id, refund_id: refund.id, amount: refund.amount },
      status: refundStatusAt(refund, now),
    })),
  );
  return ok({ refunds });
}

function addVehicle(exchange: Exchange): Reply {
  const facts = readVehicleToMake(jsonBody(exchange));
  if (typeof facts === 'string') return wrong(facts);
  exchange.state.vehicles.put({ id: facts.registrationNumber, facts });
  return ok(facts, 201);
}

function listMessages(exchange: Exchange): Reply {
  const { searchParams } = exchange.url;
  const [reference, to] = [searchParams.get('reference'), searchParams.get('to')];
  const messages = newestFirst(exchange.state.messages.all())
    .filter((message) => reference === null || message.reference === reference)
    .filter((message) => to === null || message.to === to)
    .map((message) => ({ ...message, status: messageStatusAt(message, exchange.now) }));
  return ok({ messages });
}

function readLog(exchange: Exchange): Reply {
  const filter: JsonObject = Object.fromEntries(exchange.url.searchParams);
  const requests = exchange.state.log
    .find(filter)
    .filter((request) => request.service !== 'control' || filter['service'] === 'control');
  return ok({ total: requests.length, requests });
}

function reset(exchange: Exchange): Reply {
  exchange.state.forgetEverything();
  return ok({ forgotten: true });
}

function clockJson(exchange: Exchange): JsonObject {
  const offsetMs = exchange.state.settings.clockOffsetMs;
  return { now: exchange.state.now().toISOString(), offsetMs };
}

function ok(body: object, status = 200): Reply {
  return { status, body };
}

function wrong(message: string, status = 400): Reply {
  return { status, body: { message } };
}
