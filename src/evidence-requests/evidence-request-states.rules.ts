import {
  type ActionOf,
  defineTransitions,
  finalStates,
  nextState,
  type TransitionTable,
} from '../shared/transitions.js';

export const EVIDENCE_REQUEST_STATES = ['open', 'lapsed', 'answered', 'closed'] as const;
export type EvidenceRequestState = (typeof EVIDENCE_REQUEST_STATES)[number];

/** A lapsed request can still be answered: a machine refuses nothing (R-GDPR-3). */
export const EVIDENCE_REQUEST_TRANSITIONS = defineTransitions({
  open: {
    answer: { to: 'answered', roles: ['resident'] },
    lapse: { to: 'lapsed', because: 'the deadline passed; an officer is told' },
    close: { to: 'closed', because: 'an officer takes the case back, or it is withdrawn' },
  },
  lapsed: {
    answer: { to: 'answered', roles: ['resident'] },
    close: { to: 'closed', because: 'an officer takes the case back, or it is withdrawn' },
  },
  answered: {},
  closed: {},
} satisfies TransitionTable<EvidenceRequestState, string>);

/** Whether the resident's link still leads to a form. */
export function isWaiting(state: EvidenceRequestState): boolean {
  return !finalStates(EVIDENCE_REQUEST_TRANSITIONS).includes(state);
}

export type EvidenceRequestAction = ActionOf<typeof EVIDENCE_REQUEST_TRANSITIONS>;

/** The state the action leads to. @throws when the state does not have it: ask `isWaiting` before. */
export function stateAfter(
  state: EvidenceRequestState,
  action: EvidenceRequestAction,
): EvidenceRequestState {
  const next = nextState(EVIDENCE_REQUEST_TRANSITIONS, state, action);
  if (!next.ok) throw new Error(`A request that is ${state} does not ${action}.`);
  return next.to;
}
