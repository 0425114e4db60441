import {
  type ActionOf,
  defineTransitions,
  nextState,
  type TransitionTable,
} from '../shared/transitions.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

export const EXCEPTION_STATES = [
  'requested',
  'approved',
  'declined',
  'withdrawn',
  'lapsed',
] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

const ANSWERERS = ['officer', 'supervisor'] as const;
const ASKERS = ['officer', 'support', 'supervisor'] as const;

/**
 * What becomes of a request to give back money although nothing is owed (R-CAN-2). Whoever asks
 * never answers. Nothing of a request is ever changed: another amount is another request.
 */
export const EXCEPTION_TRANSITIONS = defineTransitions({
  requested: {
    approve: { to: 'approved', roles: ANSWERERS, because: 'another person agrees' },
    decline: { to: 'declined', roles: ANSWERERS, because: 'another person does not agree' },
    withdraw: { to: 'withdrawn', roles: ASKERS, because: 'who asked takes it back' },
    lapse: { to: 'lapsed', because: 'nobody answered in time' },
  },
  approved: {},
  declined: {},
  withdrawn: {},
  lapsed: {},
} satisfies TransitionTable<ExceptionState, StaffRole>);

export type ExceptionAction = ActionOf<typeof EXCEPTION_TRANSITIONS>;

/** The state it leads to; null when this state or this role does not have it. */
export function exceptionAfter(
  state: ExceptionState,
  action: ExceptionAction,
  by?: StaffRole,
): ExceptionState | null {
  const next = nextState(EXCEPTION_TRANSITIONS, state, action, by);
  return next.ok ? next.to : null;
}
