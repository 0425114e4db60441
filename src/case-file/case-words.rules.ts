import type { LetterMoney } from '../letters/money-words.rules.js';
import type { CommandState } from '../payments/command-states.rules.js';
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

interface KnownCommand {
  kind: CommandKind;
  paymentId?: string;
  state?: CommandState;
}

/**
 * What is known to be true of the money, for letters and check pages.
 * @param commands what earlier decisions asked of the payment service: money given back stays so
 */
export function moneyOf(
  payment: KnownPayment | null,
  commands: readonly KnownCommand[] = [],
): LetterMoney {
  if (!payment) return { is: 'none' };
  const pence = payment.amountPence;
  if (isGivenBack(commands, payment)) return { is: 'returned', pence };
  if (payment.stateReadAt === null) return { is: 'unknown', pence };
  switch (payment.state) {
    case 'capturable':
      return { is: isBeingTaken(payment, commands) ? 'unknown' : 'held', pence };
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

/** It was told to be taken before its hold ends, and nobody knows yet how far that is (R-PAY-1). */
function isBeingTaken({ id }: KnownPayment, commands: readonly KnownCommand[]): boolean {
  return commands.some(
    ({ kind, paymentId, state }) =>
      kind === 'capture' && (state === 'requested' || state === 'unknown') && paymentId === id,
  );
}

/** A form carries this, so that a letter previewed is refused when the money has moved since. */
export function moneyKey(money: LetterMoney): string {
  return money.is === 'none' ? 'none' : `${money.is}-${money.pence}`;
}
