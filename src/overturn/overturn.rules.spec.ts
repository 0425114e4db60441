import { decideOverturn, type OverturnToDecide } from './overturn.rules.js';

const overturn = (differs: Partial<OverturnToDecide> = {}): OverturnToDecide => ({
  application: { status: 'rejected', version: 3 },
  deciders: ['officer-1'],
  by: { id: 'supervisor-1', role: 'supervisor' },
  seenVersion: 3,
  waitsFor: null,
  who: 'queue',
  reason: 'We read the date wrongly.',
  money: { shown: 'none', now: 'none' },
  ...differs,
});
const refusalOf = (differs: Partial<OverturnToDecide>) => {
  const decided = decideOverturn(overturn(differs));
  return decided.ok ? null : decided.refusal;
};

describe('taking up a rejection (R-ST-3)', () => {
  it('puts it back in the queue, or into the hands of who takes it up', () => {
    expect(decideOverturn(overturn())).toEqual({ ok: true, status: 'submitted' });
    expect(decideOverturn(overturn({ who: 'me' }))).toEqual({ ok: true, status: 'in_review' });
  });

  it.each(['approved', 'withdrawn', 'in_review', 'submitted'] as const)(
    'refuses a case that is %s',
    (status) => {
      expect(refusalOf({ application: { status, version: 3 } })).toBe('not_rejected');
    },
  );

  it.each(['officer', 'support', 'administrator', 'auditor'] as const)('refuses %s', (role) => {
    expect(refusalOf({ by: { id: 'somebody', role } })).toBe('not_rejected');
  });

  it('refuses the person who decided it', () => {
    expect(refusalOf({ deciders: ['supervisor-1'] })).toBe('own_decision');
  });

  it.each(['', 'somebody', '__proto__', 'constructor'])('needs to know who decides: %p', (who) => {
    expect(refusalOf({ who })).toBe('nobody_chosen');
  });

  it.each(['', '  \n '])('needs a reason, and %p is none', (reason) => {
    expect(refusalOf({ reason })).toBe('reason_missing');
  });

  it('refuses a letter whose money sentence is no longer true', () => {
    expect(refusalOf({ money: { shown: 'none', now: 'returned-5500' } })).toBe('money_changed');
  });

  it('refuses a form that saw another version (R-ST-2)', () => {
    expect(refusalOf({ seenVersion: 2 })).toBe('stale');
  });
});
