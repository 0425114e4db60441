import { firstCatalogue } from '../../test/builders/first-wordings.js';
import { decideRejection, type RejectionToDecide } from './rejection.rules.js';

const rejection = (differs: Partial<RejectionToDecide> = {}): RejectionToDecide => ({
  application: { status: 'in_review', version: 4, claimedBy: 'officer-1' },
  officer: { id: 'officer-1', role: 'officer' },
  seenVersion: 4,
  catalogue: firstCatalogue(),
  reasons: [{ code: 'not_in_zone', paperKind: null, paperId: null, words: null }],
  money: { shown: 'held-5500', now: 'held-5500' },
  ...differs,
});
const refusalOf = (differs: Partial<RejectionToDecide>) => {
  const decided = decideRejection(rejection(differs));
  return decided.ok ? null : decided.refusal;
};

describe('deciding a rejection', () => {
  it('moves a case in review to rejected', () => {
    expect(decideRejection(rejection())).toEqual({ ok: true, status: 'rejected' });
  });

  it.each(['approved', 'rejected', 'withdrawn'] as const)(
    'refuses one already %s (R-REJ-4)',
    (status) => {
      const application = { status, version: 4, claimedBy: 'officer-1' };
      expect(refusalOf({ application })).toBe('already_decided');
    },
  );

  it.each(['submitted', 'awaiting_evidence'] as const)('refuses one that is %s', (status) => {
    const application = { status, version: 4, claimedBy: 'officer-1' };
    expect(refusalOf({ application })).toBe('not_open');
  });

  it('refuses whoever does not hold the case', () => {
    expect(refusalOf({ officer: { id: 'officer-2', role: 'supervisor' } })).toBe('not_yours');
  });

  it.each(['support', 'administrator', 'auditor'] as const)('refuses %s', (role) => {
    expect(refusalOf({ officer: { id: 'officer-1', role } })).toBe('not_open');
  });

  it('refuses a form that saw another version (R-ST-2)', () => {
    expect(refusalOf({ seenVersion: 3 })).toBe('stale');
  });

  it('needs a reason (R-REJ-1)', () => {
    expect(refusalOf({ reasons: [] })).toBe('no_reason');
  });

  it.each(['', '   ', null])('needs words for another reason, and %p are none', (words) => {
    expect(refusalOf({ reasons: [{ code: 'other', paperKind: null, paperId: null, words }] })).toBe(
      'words_missing',
    );
  });

  it('refuses a letter whose money sentence is no longer true', () => {
    expect(refusalOf({ money: { shown: 'held-5500', now: 'taken-5500' } })).toBe('money_changed');
  });
});
