import {
  type ActionOf,
  actionsFrom,
  defineTransitions,
  nextState,
  type TransitionTable,
} from '../shared/transitions.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

export const APPLICATION_STATUSES = [
  'submitted',
  'in_review',
  'awaiting_evidence',
  'approved',
  'rejected',
  'withdrawn',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** `resident` is whoever holds the case's signed link. */
type Mover = StaffRole | 'resident';

const DECIDERS = ['officer', 'supervisor'] as const;
const WITHDRAWERS = ['officer', 'supervisor', 'support'] as const;

/**
 * Every change of state an application can make (domain 3.2).
 * A decision is never edited (R-REJ-4). A rejection may be taken up again by somebody else: a new
 * recorded act, which begins the next round (R-ST-3). A permit once granted is not taken back here.
 */
export const APPLICATION_TRANSITIONS = defineTransitions({
  submitted: {
    end_hold: { to: 'submitted', roles: DECIDERS, because: 'what it waited for has come' },
    claim: { to: 'in_review', roles: DECIDERS },
    withdraw: { to: 'withdrawn', roles: WITHDRAWERS },
  },
  in_review: {
    claim: { to: 'in_review', roles: DECIDERS, because: 'the claim of its holder has run out' },
    take_over: { to: 'in_review', roles: DECIDERS, because: 'a colleague cannot finish it' },
    release: { to: 'submitted', roles: DECIDERS },
    put_on_hold: { to: 'submitted', roles: DECIDERS, because: 'it waits until a day' },
    ask_again: { to: 'awaiting_evidence', roles: DECIDERS },
    ask_payment: {
      to: 'awaiting_evidence',
      roles: DECIDERS,
      because: 'the payment has lapsed; the resident is asked to pay again',
    },
    approve: { to: 'approved', roles: DECIDERS },
    reject: { to: 'rejected', roles: DECIDERS },
    withdraw: { to: 'withdrawn', roles: WITHDRAWERS },
  },
  awaiting_evidence: {
    answer: { to: 'submitted', roles: ['resident'] },
    pay: { to: 'submitted', roles: ['resident'], because: 'paid; it waits for anybody' },
    pay_back: {
      to: 'in_review',
      roles: ['resident'],
      because: 'paid; the officer who asked has it again',
    },
    claim: { to: 'in_review', roles: DECIDERS, because: 'the officer stops waiting' },
    withdraw: { to: 'withdrawn', roles: WITHDRAWERS },
  },
  approved: {},
  rejected: {
    reopen: { to: 'submitted', roles: ['supervisor'], because: 'another officer decides again' },
    take_up: { to: 'in_review', roles: ['supervisor'], because: 'the supervisor decides again' },
    overturn: {
      to: 'in_review',
      roles: DECIDERS,
      because: 'the resident asked for a review and was right',
    },
  },
  withdrawn: {},
} satisfies TransitionTable<ApplicationStatus, Mover>);

export type ApplicationAction = ActionOf<typeof APPLICATION_TRANSITIONS>;

/** The state the action leads to, or null when this state or this role does not have it. */
export function statusAfter(
  status: ApplicationStatus,
  action: ApplicationAction,
  by: Mover,
): ApplicationStatus | null {
  const next = nextState(APPLICATION_TRANSITIONS, status, action, by);
  return next.ok ? next.to : null;
}

/** The actions a person of this role sees on a case in this state. */
export function actionsFor(status: ApplicationStatus, by: Mover): ApplicationAction[] {
  return actionsFrom(APPLICATION_TRANSITIONS, status, by);
}

/** The states that a decision leads to. */
export const DECIDED_STATUSES = ['approved', 'rejected', 'withdrawn'] as const;

export function isDecided(status: ApplicationStatus): boolean {
  return (DECIDED_STATUSES as readonly ApplicationStatus[]).includes(status);
}
