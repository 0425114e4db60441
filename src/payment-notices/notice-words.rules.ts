import type { FindingKind } from '../webhook-inbox/webhook-message.rules.js';

/** The events that GOV.UK Pay's webhooks name, documented or known from its own code. */
const EVENTS: Readonly<Record<string, string>> = {
  card_payment_started: 'Payment started',
  card_payment_succeeded: 'Payment succeeded',
  card_payment_captured: 'Money taken',
  card_payment_settled: 'Money paid into the bank account',
  card_payment_refunded: 'Refund sent',
  card_payment_failed: 'Payment failed or was cancelled',
  card_payment_expired: 'Payment expired',
};

/** An event that is new at the provider is shown by its own name. */
export function eventInWords(eventType: string): string {
  return Object.hasOwn(EVENTS, eventType) ? (EVENTS[eventType] ?? eventType) : eventType;
}

export const FINDING_WORDS: Readonly<Record<FindingKind, string>> = {
  orphan: 'No case has this payment',
  conflict: 'Two different notices under one number',
};

export const FINDING_ADVICE: Readonly<Record<FindingKind, readonly string[]>> = {
  orphan: [
    'Look the payment up at GOV.UK Pay. If no money was taken, for example because the resident gave up, there is nothing to do.',
    'If money was taken or is held, find the application it belongs to. It may not have reached Permit Desk yet: the notice then leaves the list by itself.',
  ],
  conflict: [
    'Permit Desk did nothing with the second notice. Look the payment up at GOV.UK Pay and compare it with the case.',
    'If GOV.UK Pay did not send both notices, somebody else may know the secret they are signed with. Have it changed at once.',
  ],
};
