import { decideWithdrawal, type WithdrawalToDecide } from './withdrawal.rules.js';

const withdrawal = (differs: Partial<WithdrawalToDecide> = {}): WithdrawalToDecide => ({
  application: { status: 'awaiting_evidence', version: 4, claimedBy: null },
  officer: { id: 'support-1', role: 'support' },
  seenVersion: 4,
  reason: { code: 'asked_for', ownWords: '' },
  money: { shown: 'held-5500', now: 'held-5500' },
  ...differs,
});
const refusalOf = (differs: Partial<WithdrawalToDecide>) => {
  const decided = decideWithdrawal(withdrawal(differs));
  return decided.ok ? null : decided.refusal;
};

describe('deciding a withdrawal', () => {
  it.each(['submitted', 'in_review', 'awaiting_evidence'] as const)(
    'moves one that is %s to withdrawn',
    (status) => {
      const application = { status, version: 4, claimedBy: 'officer-1' };
      expect(decideWithdrawal(withdrawal({ application }))).toEqual({
        ok: true,
        status: 'withdrawn',
        code: 'asked_for',
        words: 'You asked us to withdraw it.',
      });
    },
  );

  it.each(['approved', 'rejected', 'withdrawn'] as const)('refuses one already %s', (status) => {
    const application = { status, version: 4, claimedBy: null };
    expect(refusalOf({ application })).toBe('already_decided');
  });

  it.each(['administrator', 'auditor'] as const)('refuses %s', (role) => {
    expect(refusalOf({ officer: { id: 'somebody', role } })).toBe('not_open');
  });

  it('refuses a form that saw another version (R-ST-2)', () => {
    expect(refusalOf({ seenVersion: 3 })).toBe('stale');
  });

  it('needs a reason, and words where the reason is one’s own', () => {
    expect(refusalOf({ reason: { code: '', ownWords: '' } })).toBe('no_reason');
    expect(refusalOf({ reason: { code: 'other', ownWords: ' ' } })).toBe('words_missing');
  });

  it('refuses a letter whose money sentence is no longer true', () => {
    expect(refusalOf({ money: { shown: 'held-5500', now: 'none' } })).toBe('money_changed');
  });
});
