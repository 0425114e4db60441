/** Who sends signed messages here. */
export type WebhookSource = 'govuk-pay';

/**
 * What became of a message: the payment is read again, we know no such payment, or it is about
 * something else than a payment.
 */
export const WEBHOOK_RESULTS = ['payment_read', 'orphan', 'not_a_payment'] as const;
export type WebhookResult = (typeof WEBHOOK_RESULTS)[number];

/** Why a person must look into a message: no payment of ours, or two messages with one id. */
export const FINDING_KINDS = ['orphan', 'conflict'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What is kept of a message. What else it says of card and payer is never kept. */
export interface WebhookMessage {
  source: WebhookSource;
  messageId: string;
  bodySha256: string;
  eventType: string;
  providerPaymentId: string;
}

/** One open finding for each payment we do not know, and for each body that came under another's id. */
export function openKeyOf(kind: FindingKind, message: WebhookMessage): string {
  const { source, messageId, bodySha256, providerPaymentId } = message;
  const about = kind === 'orphan' ? providerPaymentId : `${messageId}/${bodySha256}`;
  return `${kind}/${source}/${about}`;
}
