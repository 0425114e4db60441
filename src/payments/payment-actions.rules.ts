import type { Pence } from '../shared/money.js';

export type { CommandState } from './command-states.rules.js';

/** The states GOV.UK Pay documents for a payment. */
export const PROVIDER_STATES = [
  'created',
  'started',
  'submitted',
  'capturable',
  'success',
  'failed',
  'cancelled',
  'error',
] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

/** How far along a payment is: what was read later in the day may be read earlier in its life. */
const RANK: Readonly<Record<ProviderState, number>> = {
  created: 0,
  started: 1,
  submitted: 2,
  capturable: 3,
  success: 4,
  failed: 4,
  cancelled: 4,
  error: 4,
};

/** Of two reads of one payment, what it came to: readings may be kept in another order than made. */
export function furthest(known: ProviderState, read: ProviderState): ProviderState {
  return RANK[read] >= RANK[known] ? read : known;
}

/** `release`: give everything back, by the way its state calls for. `refund`: an exact amount. */
export const COMMAND_KINDS = ['capture', 'release', 'refund'] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

/** What wanted the money moved. */
export const COMMAND_CAUSES = ['decision', 'exception', 'hold_ending', 'payment_again'] as const;
export type CommandCause = (typeof COMMAND_CAUSES)[number];

export const COMMAND_EFFECTS = [
  'captured',
  'hold_cancelled',
  'refunded',
  'nothing_to_return',
  'nothing_to_take',
] as const;
export type CommandEffect = (typeof COMMAND_EFFECTS)[number];

export type PaymentAction =
  | { do: 'capture' }
  | { do: 'cancel' }
  | { do: 'refund'; amountPence: Pence }
  | { do: 'record'; effect: CommandEffect }
  | { do: 'wait'; because: string }
  | { do: 'ask_a_person'; because: string };

type Rule = 'capture' | 'cancel' | 'refund' | CommandEffect | 'wait' | { person: string };

const NEVER_TAKEN = 'No money was taken with this payment, so there is nothing to refund.';

/** What to do with the money, from the provider's state read at this moment (R-PAY-2). */
export const PAYMENT_ACTIONS: Record<CommandKind, Record<ProviderState, Rule>> = {
  release: {
    created: 'cancel',
    started: 'cancel',
    submitted: 'wait',
    capturable: 'cancel',
    success: 'refund',
    failed: 'nothing_to_return',
    cancelled: 'hold_cancelled',
    error: 'nothing_to_return',
  },
  capture: {
    created: { person: 'The resident never finished paying.' },
    started: { person: 'The resident never finished paying.' },
    submitted: 'wait',
    capturable: 'capture',
    success: 'captured',
    failed: { person: 'The payment failed or its hold lapsed, so there is nothing to take.' },
    cancelled: {
      person: 'The hold was cancelled at the payment service, so there is nothing to take.',
    },
    error: { person: 'The payment service reports an error for this payment.' },
  },
  refund: {
    created: { person: NEVER_TAKEN },
    started: { person: NEVER_TAKEN },
    submitted: 'wait',
    capturable: { person: 'The money is held, not taken: there is nothing to refund yet.' },
    success: 'refund',
    failed: { person: NEVER_TAKEN },
    cancelled: { person: NEVER_TAKEN },
    error: { person: NEVER_TAKEN },
  },
};

interface Facts {
  kind: CommandKind;
  causeKind: CommandCause;
  /** What the application said was paid. */
  declaredPence: Pence;
  /** What this command still has to give back of money taken; null while nothing was promised. */
  outstandingPence: Pence | null;
  provider: { state: ProviderState; amountPence: Pence; refundablePence: Pence };
}

/**
 * The table, then how much is left to refund (R-PAY-3); with another amount than the application
 * said a machine moves nothing. That nothing is left to move is true whatever the amount was.
 */
export function decidePaymentAction(facts: Facts): PaymentAction {
  const { kind, declaredPence, provider } = facts;
  const action = byTheTable(facts);
  if (action.do === 'record' && action.effect !== 'captured') return action;
  // An exact amount is given back of whatever was taken.
  if (kind !== 'refund' && provider.amountPence !== declaredPence) {
    return { do: 'ask_a_person', because: 'The payment service holds a different amount.' };
  }
  return action;
}

function byTheTable(facts: Facts): PaymentAction {
  const { kind, causeKind, provider } = facts;
  const rule = PAYMENT_ACTIONS[kind][provider.state];
  // Taken only lest it lapse undecided: where there is nothing to take, nothing is lost.
  if (causeKind === 'hold_ending' && typeof rule === 'object') {
    return { do: 'record', effect: 'nothing_to_take' };
  }
  if (typeof rule === 'object') return { do: 'ask_a_person', because: rule.person };
  if (rule === 'wait') return { do: 'wait', because: 'The payment is still being taken.' };
  if (rule === 'refund') return decideRefund(facts);
  if (rule === 'capture' || rule === 'cancel') return { do: rule };
  return { do: 'record', effect: rule };
}

function decideRefund({ outstandingPence, provider }: Facts): PaymentAction {
  if (outstandingPence === null) {
    return { do: 'wait', because: 'What is to be given back is not worked out yet.' };
  }
  if (outstandingPence <= 0) return { do: 'record', effect: 'refunded' };
  if (provider.refundablePence < outstandingPence) {
    return { do: 'ask_a_person', because: 'The payment service does not allow this refund.' };
  }
  return { do: 'refund', amountPence: outstandingPence };
}

/**
 * An earlier decision told the payment service to give this money back; it is told only once.
 * @param payment left out when the commands are known to be of one payment
 */
export function isGivenBack(
  commands: readonly { kind: CommandKind; paymentId?: string }[],
  payment?: { id?: string },
): boolean {
  return commands.some(({ kind, paymentId }) => {
    const isOfAnother = payment?.id !== undefined && (paymentId ?? payment.id) !== payment.id;
    return kind === 'release' && !isOfAnother;
  });
}
