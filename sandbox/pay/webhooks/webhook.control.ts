import { type Exchange, jsonBody, type JsonObject, type Reply } from '../../server/exchange.js';
import { viewOf } from '../pay-exchange.js';
import { makeMessage } from './webhook-messages.js';
import { WEBHOOK_EVENTS, type WebhookMessageRecord } from './webhook-message.record.js';
import { type WebhookSender } from './webhook-sender.js';

/** `GET /control/webhooks?paymentId=`: every message so far, in the order they were made. */
export function listWebhooks({ state, url }: Exchange): Reply {
  const paymentId = url.searchParams.get('paymentId');
  const messages = state.webhooks
    .all()
    .filter((message) => paymentId === null || message.paymentId === paymentId);
  return { status: 200, body: { messages } };
}

/** `POST /control/webhooks`: makes a message about a payment as it is now, without sending it. */
export function addWebhook(exchange: Exchange): Reply {
  const body = jsonBody(exchange) ?? {};
  const { paymentId, eventType, messageId, createdDate } = body;
  const payment = exchange.state.payments.get(String(paymentId));
  const known = WEBHOOK_EVENTS.find((type) => type === eventType);
  if (!payment) return wrong('paymentId must be the id of a payment.');
  if (!known) return wrong(`eventType must be one of ${WEBHOOK_EVENTS.join(', ')}.`);
  if (messageId !== undefined && !/^[\w-]{1,64}$/.test(String(messageId))) {
    return wrong('messageId must be letters and digits.');
  }
  const message = makeMessage(
    { state: exchange.state, view: viewOf(exchange), payment },
    {
      eventType: known,
      ...(typeof messageId === 'string' && { messageId }),
      ...(typeof createdDate === 'string' && { createdDate }),
    },
  );
  return { status: 201, body: message };
}

/**
 * `POST /control/webhooks/deliver` `{ ids, atOnce? }`: sends these messages now, one after the other in
 * this order or all at once; an id may stand there several times. Answers what each was answered.
 */
export function deliverWebhooks(sender: WebhookSender) {
  return async (exchange: Exchange): Promise<Reply> => {
    if (exchange.state.settings.webhookUrl === '') return wrong('There is no webhookUrl.');
    const body = jsonBody(exchange) ?? {};
    const messages = readMessages(exchange, body);
    if (typeof messages === 'string') return wrong(messages);
    if (body['atOnce'] === true) {
      const statuses = await Promise.all(messages.map((message) => sender.deliver(message)));
      return { status: 200, body: { statuses } };
    }
    const statuses: (number | null)[] = [];
    for (const message of messages) statuses.push(await sender.deliver(message));
    return { status: 200, body: { statuses } };
  };
}

function readMessages({ state }: Exchange, body: JsonObject): WebhookMessageRecord[] | string {
  const { ids } = body;
  if (!Array.isArray(ids)) return 'ids must be a list of messages.';
  const found = ids.map((id) => state.webhooks.get(String(id)));
  const messages = found.filter((message) => message !== undefined);
  return messages.length === found.length ? messages : 'There is no such message.';
}

function wrong(message: string): Reply {
  return { status: 400, body: { message } };
}
