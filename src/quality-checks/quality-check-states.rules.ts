import {
  type ActionOf,
  defineTransitions,
  nextState,
  type TransitionTable,
} from '../shared/transitions.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

export const QUALITY_CHECK_STATES = ['waiting', 'agreed', 'disagreed', 'lapsed'] as const;
export type QualityCheckState = (typeof QUALITY_CHECK_STATES)[number];

/** What becomes of a second look. Nobody waits for ever: past its time the letter goes (`lapse`). */
export const QUALITY_CHECK_TRANSITIONS = defineTransitions({
  waiting: {
    agree: { to: 'agreed', roles: ['supervisor'] },
    disagree: { to: 'disagreed', roles: ['supervisor'] },
    lapse: { to: 'lapsed', because: 'nobody looked in time, and the resident must not wait' },
  },
  agreed: {},
  disagreed: {},
  lapsed: {},
} satisfies TransitionTable<QualityCheckState, StaffRole>);

export type QualityCheckAction = ActionOf<typeof QUALITY_CHECK_TRANSITIONS>;

/** The state it leads to; null when this state or this role does not have it. */
export function qualityCheckAfter(
  state: QualityCheckState,
  action: QualityCheckAction,
  by?: StaffRole,
): QualityCheckState | null {
  const next = nextState(QUALITY_CHECK_TRANSITIONS, state, action, by);
  return next.ok ? next.to : null;
}
