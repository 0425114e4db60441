import { reachableStates } from '../shared/transitions.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import {
  actionsFor,
  APPLICATION_STATUSES,
  APPLICATION_TRANSITIONS,
  isDecided,
  statusAfter,
} from './application-status.rules.js';

describe('the states of an application', () => {
  it('can all be reached from submitted', () => {
    expect([...reachableStates(APPLICATION_TRANSITIONS, 'submitted')].sort()).toEqual(
      [...APPLICATION_STATUSES].sort(),
    );
  });

  it.each(['approved', 'withdrawn'] as const)(
    '%s is final: a permit once granted is not taken back here (R-ST-3, R-REJ-4)',
    (status) => {
      expect(isDecided(status)).toBe(true);
      for (const role of [...STAFF_ROLES, 'resident'] as const)
        expect(actionsFor(status, role)).toEqual([]);
    },
  );

  it.each([
    ['supervisor', ['reopen', 'take_up', 'overturn']],
    ['officer', ['overturn']],
    ['support', []],
    ['administrator', []],
    ['auditor', []],
    ['resident', []],
  ] as const)('a rejection may be taken up again by %s: %j (R-ST-3)', (role, actions) => {
    expect(isDecided('rejected')).toBe(true);
    expect(actionsFor('rejected', role)).toEqual(actions);
  });

  it('leads a rejection back to the queue, or to whoever takes it up, and to no decision', () => {
    expect(statusAfter('rejected', 'reopen', 'supervisor')).toBe('submitted');
    expect(statusAfter('rejected', 'take_up', 'supervisor')).toBe('in_review');
    expect(statusAfter('rejected', 'overturn', 'officer')).toBe('in_review');
    for (const action of ['approve', 'reject', 'withdraw', 'claim'] as const)
      expect(statusAfter('rejected', action, 'supervisor')).toBeNull();
  });

  it.each(['submitted', 'in_review', 'awaiting_evidence'] as const)(
    '%s is not decided',
    (status) => {
      expect(isDecided(status)).toBe(false);
    },
  );

  it('lets only officers and supervisors decide', () => {
    for (const action of ['approve', 'reject', 'ask_again'] as const) {
      const deciders = STAFF_ROLES.filter((role) => statusAfter('in_review', action, role));
      expect(deciders).toEqual(['officer', 'supervisor']);
    }
  });

  it('lets nobody decide a case that nobody reviews', () => {
    for (const role of STAFF_ROLES) {
      expect(statusAfter('submitted', 'approve', role)).toBeNull();
      expect(statusAfter('awaiting_evidence', 'reject', role)).toBeNull();
    }
  });

  it('lets support withdraw for the resident and nothing more', () => {
    expect(actionsFor('in_review', 'support')).toEqual(['withdraw']);
    expect(actionsFor('submitted', 'support')).toEqual(['withdraw']);
  });

  it('brings the answered case back to the queue', () => {
    expect(statusAfter('awaiting_evidence', 'answer', 'resident')).toBe('submitted');
    expect(statusAfter('awaiting_evidence', 'answer', 'officer')).toBeNull();
  });
});
