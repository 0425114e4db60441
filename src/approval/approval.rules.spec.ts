import { type ApprovalToDecide, decideApproval } from './approval.rules.js';

const approval = (differs: Partial<ApprovalToDecide> = {}): ApprovalToDecide => ({
  application: { status: 'in_review', version: 4, claimedBy: 'officer-1' },
  officer: { id: 'officer-1', role: 'officer' },
  seenVersion: 4,
  obstacles: [],
  terms: { shown: 'a', now: () => 'a' },
  vehicle: { elsewhere: [], reason: null },
  ...differs,
});
const refusalOf = (differs: Partial<ApprovalToDecide>) => {
  const decided = decideApproval(approval(differs));
  return decided.ok ? null : decided.refusal;
};
const obstacle = { code: 'no_zone', words: 'In no zone.', link: null } as const;

describe('deciding an approval', () => {
  it('moves a case in review to approved', () => {
    expect(decideApproval(approval())).toEqual({ ok: true, status: 'approved' });
  });

  it.each(['approved', 'rejected', 'withdrawn'] as const)(
    'refuses one already %s (R-REJ-4)',
    (status) => {
      const application = { status, version: 4, claimedBy: 'officer-1' };
      expect(refusalOf({ application })).toBe('already_decided');
    },
  );

  it('refuses whoever does not hold the case, and a form that saw another version', () => {
    expect(refusalOf({ officer: { id: 'officer-2', role: 'supervisor' } })).toBe('not_yours');
    expect(refusalOf({ seenVersion: 3 })).toBe('stale');
  });

  it('refuses with anything in the way, before it asks for terms that cannot be known', () => {
    const now = () => {
      throw new Error('There are no terms.');
    };
    expect(refusalOf({ obstacles: [obstacle], terms: { shown: 'a', now } })).toBe(
      'cannot_be_approved',
    );
  });

  it('refuses terms other than those that were checked (R6.7)', () => {
    expect(refusalOf({ terms: { shown: '', now: () => 'a' } })).toBe('terms_changed');
  });

  it('refuses a vehicle that is elsewhere too, until it is said why (R-VC-5)', () => {
    const one = { is: 'permit', reference: 'PD-3333-3333', caseReference: 'PD-2222-2222' } as const;
    const elsewhere = [{ ...one, isHere: false, zones: 'Z3', coveredTo: new Date() }];
    expect(refusalOf({ vehicle: { elsewhere, reason: null } })).toBe('vehicle_reason_needed');
    expect(refusalOf({ vehicle: { elsewhere, reason: 'A family car.' } })).toBeNull();
    expect(refusalOf({ vehicle: { elsewhere: [], reason: null } })).toBeNull();
  });
});
