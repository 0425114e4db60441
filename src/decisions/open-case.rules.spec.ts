import { type CaseToDecide, checkOpenCase, openCaseWords } from './open-case.rules.js';

const open = (differs: Partial<CaseToDecide> = {}): CaseToDecide => ({
  application: { status: 'in_review', version: 4, claimedBy: 'officer-1' },
  officer: { id: 'officer-1', role: 'officer' },
  action: 'approve',
  seenVersion: 4,
  ...differs,
});
const refusalOf = (differs: Partial<CaseToDecide>) => {
  const checked = checkOpenCase(open(differs));
  return checked.ok ? null : checked.refusal;
};

describe('a case open to be decided', () => {
  it.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
    ['withdraw', 'withdrawn'],
  ] as const)('%s leads to %s', (action, status) => {
    expect(checkOpenCase(open({ action }))).toEqual({ ok: true, status });
  });

  describe.each(['approve', 'reject', 'withdraw'] as const)('%s', (action) => {
    it.each(['approved', 'rejected', 'withdrawn'] as const)(
      'is refused once it is %s (R-REJ-4)',
      (status) => {
        const application = { status, version: 4, claimedBy: 'officer-1' };
        expect(refusalOf({ action, application })).toBe('already_decided');
      },
    );

    it('is refused when the form saw another version (R-ST-2)', () => {
      expect(refusalOf({ action, seenVersion: 3 })).toBe('stale');
      expect(refusalOf({ action, seenVersion: 5 })).toBe('stale');
    });

    it('asks no version of a form that is only being opened', () => {
      expect(refusalOf({ action, seenVersion: null })).toBeNull();
    });

    it.each(['administrator', 'auditor'] as const)('is refused to %s', (role) => {
      expect(refusalOf({ action, officer: { id: 'officer-1', role } })).toBe('not_open');
    });
  });

  it.each(['approve', 'reject'] as const)('%s needs the case in review and held', (action) => {
    for (const status of ['submitted', 'awaiting_evidence'] as const) {
      expect(refusalOf({ action, application: { status, version: 4, claimedBy: null } })).toBe(
        'not_open',
      );
    }
    const officer = { id: 'officer-2', role: 'supervisor' } as const;
    expect(refusalOf({ action, officer })).toBe('not_yours');
    expect(refusalOf({ action, officer: { id: 'officer-1', role: 'support' } })).toBe('not_open');
  });

  it.each(['submitted', 'in_review', 'awaiting_evidence'] as const)(
    'can be withdrawn while it is %s, by whom the resident reaches',
    (status) => {
      for (const role of ['officer', 'support', 'supervisor'] as const) {
        const application = { status, version: 4, claimedBy: 'officer-1' };
        const officer = { id: 'somebody', role };
        expect(refusalOf({ action: 'withdraw', application, officer })).toBeNull();
      }
    },
  );

  it.each(['already_decided', 'not_open', 'not_yours', 'stale'] as const)(
    'says %s in words',
    (refusal) => {
      for (const action of ['approve', 'reject', 'withdraw'] as const) {
        expect(openCaseWords(refusal, action)).toMatch(/^[A-Z].*\.$/);
      }
    },
  );
});
