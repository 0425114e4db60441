import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import {
  decideReopening,
  REOPENING_REFUSAL_WORDS,
  type ReopeningAction,
  type ReopeningToDecide,
} from './reopening.rules.js';

const reopening = (differs: Partial<ReopeningToDecide> = {}): ReopeningToDecide => ({
  application: { status: 'rejected', version: 7 },
  deciders: ['officer-1'],
  by: { id: 'supervisor-1', role: 'supervisor' },
  action: 'reopen',
  seenVersion: 7,
  waitsFor: null,
  ...differs,
});
const refusalOf = (differs: Partial<ReopeningToDecide>) => {
  const decided = decideReopening(reopening(differs));
  return decided.ok ? null : decided.refusal;
};

const LEADS_TO: Record<ReopeningAction, string> = {
  reopen: 'submitted',
  take_up: 'in_review',
  overturn: 'in_review',
};
const MAY: Record<ReopeningAction, readonly string[]> = {
  reopen: ['supervisor'],
  take_up: ['supervisor'],
  overturn: ['officer', 'supervisor'],
};

describe('taking a decision up again (R-ST-3)', () => {
  const actions = Object.keys(LEADS_TO) as ReopeningAction[];
  const every = APPLICATION_STATUSES.flatMap((status) =>
    STAFF_ROLES.flatMap((role) => actions.map((action) => ({ status, role, action }))),
  );

  it.each(every)('$action of a case that is $status by $role', ({ status, role, action }) => {
    const decided = decideReopening(
      reopening({ application: { status, version: 7 }, by: { id: 'somebody', role }, action }),
    );
    const isOpen = status === 'rejected' && MAY[action].includes(role);
    expect(decided).toEqual(
      isOpen ? { ok: true, status: LEADS_TO[action] } : { ok: false, refusal: 'not_rejected' },
    );
  });

  it('refuses whoever decided the case, in any round', () => {
    const deciders = ['officer-1', 'supervisor-1', 'officer-2'];
    expect(refusalOf({ deciders })).toBe('own_decision');
  });

  it('waits for what is under way: a second look, a review', () => {
    expect(refusalOf({ waitsFor: 'second_look' })).toBe('second_look_waits');
    expect(refusalOf({ waitsFor: 'review' })).toBe('review_is_open');
  });

  it('refuses a form that saw another version; one being opened saw none', () => {
    expect(refusalOf({ seenVersion: 6 })).toBe('stale');
    expect(refusalOf({ seenVersion: null })).toBeNull();
  });

  it('says each refusal in a sentence', () => {
    for (const words of Object.values(REOPENING_REFUSAL_WORDS)) expect(words).toMatch(/\.$/);
  });
});
