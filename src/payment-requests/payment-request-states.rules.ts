import {
  type ActionOf,
  defineTransitions,
  nextState,
  type TransitionTable,
} from '../shared/transitions.js';

export const PAYMENT_REQUEST_STATES = ['open', 'paid', 'lapsed', 'closed'] as const;
export type PaymentRequestState = (typeof PAYMENT_REQUEST_STATES)[number];

/** A request takes one payment, and none after its last day: then an officer looks (R-PAY-1). */
export const PAYMENT_REQUEST_TRANSITIONS = defineTransitions({
  open: {
    pay: { to: 'paid', roles: ['resident'] },
    lapse: { to: 'lapsed', because: 'the last day to pay passed; an officer is told' },
    close: { to: 'closed', because: 'an officer takes the case back, or it is withdrawn' },
  },
  paid: {},
  lapsed: {},
  closed: {},
} satisfies TransitionTable<PaymentRequestState, string>);

export type PaymentRequestAction = ActionOf<typeof PAYMENT_REQUEST_TRANSITIONS>;

/** @throws when the state does not have the action: only an open request changes */
export function stateAfter(
  state: PaymentRequestState,
  action: PaymentRequestAction,
): PaymentRequestState {
  const next = nextState(PAYMENT_REQUEST_TRANSITIONS, state, action);
  if (!next.ok) throw new Error(`A request to pay that is ${state} does not ${action}.`);
  return next.to;
}

/** One try to pay at the provider: `live` until it is paid, or came to nothing. */
export const PAYMENT_TRY_STATES = ['live', 'paid', 'ended'] as const;
export type PaymentTryState = (typeof PAYMENT_TRY_STATES)[number];

export const PAYMENT_TRY_TRANSITIONS = defineTransitions({
  live: {
    pay: { to: 'paid', because: 'the provider holds the money' },
    end: { to: 'ended', because: 'it failed, ran out or was cancelled, or came too late' },
  },
  paid: {},
  ended: {},
} satisfies TransitionTable<PaymentTryState, string>);

/** Why the resident must pay again; the letter and the page say it. */
export const LAPSE_CAUSES = ['hold_ended', 'cancelled'] as const;
export type LapseCause = (typeof LAPSE_CAUSES)[number];
