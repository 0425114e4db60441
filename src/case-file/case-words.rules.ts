import type { LetterMoney } from '../letters/money-words.rules.js';
import {
  type CommandKind,
  isGivenBack,
  type ProviderState,
} from '../payments/payment-actions.rules.js';

export { contactOf } from '../letters/address-letter.rules.js';

interface KnownPayment {
  id?: string;
  state: ProviderState;
  amountPence: number;
  refundedPence: number;
  /** Null while nobody has read the payment at the provider. */
  stateReadAt: Date | null;
}

/**
 * What is known to be true of the money, for letters and check pages.
 * @param commands what earlier decisions asked of the payment service: money given back stays so
 */
export function moneyOf(
  payment: KnownPayment | null,
  commands: readonly { kind: CommandKind; paymentId?: string }[] = [],
): LetterMoney {
  if (!payment) return { is: 'none' };
  const pence = payment.amountPence;
  if (isGivenBack(commands, payment)) return { is: 'returned', pence };
  if (payment.stateReadAt === null) return { is: 'unknown', pence };
  switch (payment.state) {
    case 'capturable':
      return { is: 'held', pence };
    case 'success':
      return payment.refundedPence >= pence ? { is: 'none' } : { is: 'taken', pence };
    case 'failed':
    case 'cancelled':
    case 'error':
      return { is: 'none' };
    case 'created':
    case 'started':
    case 'submitted':
      return { is: 'unknown', pence };
  }
}

/** A form carries this, so that a letter previewed is refused when the money has moved since. */
export function moneyKey(money: LetterMoney): string {
  return money.is === 'none' ? 'none' : `${money.is}-${money.pence}`;
}
