import { QUALITY_CHECK_STATES } from '../quality-checks/quality-check-states.rules.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import { checkLook, lookFault, type LookToDecide } from './second-look.rules.js';

const look = (differs: Partial<LookToDecide> = {}): LookToDecide => ({
  check: { state: 'waiting' },
  version: 4,
  seenVersion: 4,
  deciders: ['officer-1'],
  by: { id: 'supervisor-1', role: 'supervisor' },
  ...differs,
});
const refusalOf = (differs: Partial<LookToDecide>) => {
  const checked = checkLook(look(differs));
  return checked.ok ? null : checked.refusal;
};

describe('taking a second look', () => {
  it('is for a supervisor who did not decide the case', () => {
    expect(checkLook(look())).toEqual({ ok: true });
    expect(refusalOf({ deciders: ['supervisor-1'] })).toBe('own_decision');
    expect(refusalOf({ deciders: ['officer-1', 'supervisor-1'] })).toBe('own_decision');
  });

  it.each(STAFF_ROLES.filter((role) => role !== 'supervisor'))('is not for %s', (role) => {
    expect(refusalOf({ by: { id: 'somebody', role } })).toBe('nothing_waits');
  });

  it.each(QUALITY_CHECK_STATES.filter((state) => state !== 'waiting'))(
    'finds nothing where one is %s',
    (state) => {
      expect(refusalOf({ check: { state } })).toBe('nothing_waits');
      expect(refusalOf({ check: null })).toBe('nothing_waits');
    },
  );

  it('refuses a form that saw another version (R-ST-2)', () => {
    expect(refusalOf({ seenVersion: 3 })).toBe('stale');
    expect(refusalOf({ seenVersion: null })).toBeNull();
  });

  it('needs an answer, and a reason where it is no', () => {
    expect(lookFault({ answer: '', note: '' })).toBe('not_answered');
    expect(lookFault({ answer: 'constructor', note: 'x' })).toBe('not_answered');
    expect(lookFault({ answer: 'disagree', note: '  ' })).toBe('reason_missing');
    expect(lookFault({ answer: 'disagree', note: 'The bill is in date.' })).toBeNull();
    expect(lookFault({ answer: 'agree', note: '' })).toBeNull();
  });
});
