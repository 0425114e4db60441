import { createHmac } from 'node:crypto';
import { type JsonObject } from '../../server/exchange.js';
import { paymentFields, type View } from '../payment-json.js';
import { type PaymentRecord } from '../payment.record.js';
import { type WebhookEventType } from './webhook-message.record.js';

/**
 * What the message's id is called: Pay's example says `webhook_message_id`, its table of attributes `id`.
 */
export const ID_FIELDS = ['webhook_message_id', 'id', 'both'] as const;

interface Telling {
  id: string;
  idField: string;
  type: WebhookEventType;
  /** When it happened; ISO instant. */
  at: string;
}

/** The body of one message. The payment is in it as it is now, without its links. */
export function webhookBody(telling: Telling, payment: PaymentRecord, view: View): string {
  const { id, idField, type, at } = telling;
  const body: JsonObject = {
    ...(idField !== 'id' && { webhook_message_id: id }),
    ...(idField !== 'webhook_message_id' && { id }),
    api_version: 1,
    created_date: at,
    resource_id: payment.id,
    resource_type: 'payment',
    event_type: type,
    resource: paymentFields(payment, view),
  };
  return JSON.stringify(body);
}

/** The value of `Pay-Signature`: lower-case hex of the HMAC-SHA-256 over the very bytes that are sent. */
export function signWebhook(body: string | Buffer, secret: string): string {
  return createHmac('sha256', Buffer.from(secret, 'utf8')).update(body).digest('hex');
}
