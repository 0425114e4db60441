/** The events that GOV.UK Pay names in its webhook messages. */
export const WEBHOOK_EVENTS = [
  'card_payment_started',
  'card_payment_succeeded',
  'card_payment_captured',
  'card_payment_settled',
  'card_payment_refunded',
  'card_payment_failed',
  'card_payment_expired',
] as const;

export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

/** One delivery of a message, as the sender saw it; the status is null when there was no answer. */
export interface WebhookAttempt {
  at: string;
  status: number | null;
}

/** One message of one webhook: what is sent is fixed when the message is made. */
export interface WebhookMessageRecord {
  /** The message's own id, the same in every delivery. */
  id: string;
  /** Which event of which payment, for which webhook; null for a message made by hand. */
  occasion: string | null;
  paymentId: string;
  eventType: WebhookEventType;
  /** The very text that is signed and sent. */
  body: string;
  /** Signs the body. */
  secret: string;
  /** When the next delivery is due by the sandbox's clock; null when none is. ISO instant. */
  dueAt: string | null;
  /** How many times it is sent at the next delivery. */
  copies: number;
  attempts: WebhookAttempt[];
}
