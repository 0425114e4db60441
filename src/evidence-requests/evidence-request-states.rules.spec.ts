import { reachableStates } from '../shared/transitions.js';
import {
  EVIDENCE_REQUEST_STATES,
  EVIDENCE_REQUEST_TRANSITIONS,
  isWaiting,
  stateAfter,
} from './evidence-request-states.rules.js';

describe('a request for evidence', () => {
  it('comes to every state from open', () => {
    const reached = reachableStates(EVIDENCE_REQUEST_TRANSITIONS, 'open');
    expect([...reached].sort()).toEqual([...EVIDENCE_REQUEST_STATES].sort());
  });

  it('can be answered while it waits, after the deadline too (R-GDPR-3)', () => {
    expect(EVIDENCE_REQUEST_STATES.filter(isWaiting)).toEqual(['open', 'lapsed']);
    expect(stateAfter('open', 'answer')).toBe('answered');
    expect(stateAfter('lapsed', 'answer')).toBe('answered');
    expect(stateAfter('open', 'lapse')).toBe('lapsed');
  });

  it.each([
    ['answered', 'answer'],
    ['closed', 'answer'],
    ['lapsed', 'lapse'],
    ['answered', 'close'],
  ] as const)('that is %s does not %s', (state, action) => {
    expect(() => stateAfter(state, action)).toThrow();
  });
});
