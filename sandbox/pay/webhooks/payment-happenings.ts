import { eventsAt, refundStatusAt } from '../payment-progress.js';
import { type PaymentRecord } from '../payment.record.js';
import { type WebhookEventType } from './webhook-message.record.js';

/** Something of which GOV.UK Pay sends a webhook message. */
export interface Happening {
  /** Unique within the payment. */
  key: string;
  type: WebhookEventType;
  /** ISO instant. */
  at: string;
}

/**
 * What has happened to a payment until `now`. A hold says nothing when it is placed: Pay's first
 * message about a delayed payment is `card_payment_succeeded` when the service asks for the capture.
 * Source: alphagov/pay-webhooks EventMapper.java; docs.payments.service.gov.uk/webhooks.
 */
export function happeningsOf(payment: PaymentRecord, now: Date): Happening[] {
  const found: Happening[] = [];
  const add = (type: WebhookEventType, at: string, key: string = type): void => {
    if (Date.parse(at) <= now.getTime()) found.push({ key, type, at });
  };
  for (const { status, code, at } of eventsAt(payment, now)) {
    if (status === 'success') add('card_payment_succeeded', at);
    if (status === 'failed' && code === 'P0020') add('card_payment_expired', at);
    else if (status === 'failed' || status === 'cancelled' || status === 'error') {
      add('card_payment_failed', at);
    }
  }
  if (payment.capturedAt) add('card_payment_captured', payment.capturedAt);
  if (payment.settledAt) add('card_payment_settled', payment.settledAt);
  for (const refund of payment.refunds) {
    if (refundStatusAt(refund, now) !== 'success') continue;
    add('card_payment_refunded', refund.settlesAt, `card_payment_refunded:${refund.id}`);
  }
  return found;
}
