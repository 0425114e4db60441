import { formatDateTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import type { CommandEffect, ProviderState } from './payment-actions.rules.js';

interface PaymentFacts {
  amountPence: number;
  state: ProviderState;
  refundedPence: number;
  holdEndsAt: Date | null;
  stateReadAt: Date | null;
}

/** Where the money is, as the provider was last read; in one sentence. */
export function moneyNow(payment: PaymentFacts): string {
  const amount = formatPounds(payment.amountPence);
  if (payment.stateReadAt === null) return `${amount}, not yet read at the payment service.`;
  switch (payment.state) {
    case 'created':
    case 'started':
      return `${amount}, not paid yet.`;
    case 'submitted':
      return `${amount}, being taken.`;
    case 'capturable':
      return payment.holdEndsAt
        ? `${amount} held until ${formatDateTime(payment.holdEndsAt)}.`
        : `${amount} held.`;
    case 'success':
      return payment.refundedPence > 0
        ? `${amount} taken, ${formatPounds(payment.refundedPence)} given back.`
        : `${amount} taken.`;
    case 'failed':
      return `${amount} is neither held nor taken: the payment failed or its hold lapsed.`;
    case 'cancelled':
      return `The hold of ${amount} is cancelled.`;
    case 'error':
      return `The payment service reports an error for this payment of ${amount}.`;
  }
}

/** Kept as the problem of a command whose refund the bank did not accept (R-PAY-4). */
export const REFUND_FAILED = 'The refund failed at the bank: pay it back another way.';

export const EFFECT_WORDS: Readonly<Record<CommandEffect, string>> = {
  captured: 'Money taken',
  hold_cancelled: 'Hold cancelled: the money is back in the available balance',
  refunded: 'Refund sent to the card',
  nothing_to_return: 'Nothing was held or taken, so there was nothing to give back',
  nothing_to_take: 'Nothing was held any more, so nothing was taken',
};
