import { localDate } from '../shared/london-date.js';
import type { ApprovalFacts, ConcernedPermit } from '../approval-gate/approval-facts.rules.js';
import { approvalTerms, termsKey } from './approval-terms.rules.js';

const permit = { reference: 'PD-3333-3333', startsAt: new Date('2026-01-10T00:00:00Z') };
const concerned = (differs: Partial<ConcernedPermit> = {}) =>
  ({
    permit,
    endsAt: new Date('2027-01-10T00:00:00Z'),
    zones: ['Z7'],
    ...differs,
  }) as ConcernedPermit;
const facts = (differs: Partial<ApprovalFacts> = {}) =>
  ({
    application: {
      startOn: localDate('2026-12-01'),
      durationMonths: 12,
      registration: 'AB12CDE',
      pricePence: 5500,
    },
    permitType: { grantsPermit: true },
    zone: { code: 'Z1' },
    concerned: null,
    money: { is: 'held', pence: 5500 },
    permitReference: 'PD-4444-4444',
    now: new Date('2026-11-20T10:00:00Z'),
    ...differs,
  }) as ApprovalFacts;
const change = {
  permitType: { grantsPermit: false },
  permitReference: null,
} as Partial<ApprovalFacts>;

describe('what an approval gives', () => {
  it('is a permit in the zone of the day it came, for the vehicle as on the plate', () => {
    expect(approvalTerms(facts())).toMatchObject({
      permitReference: 'PD-4444-4444',
      startsOn: '2026-12-01',
      endsOn: '2027-11-30',
      zones: ['Z1'],
      registration: 'AB12 CDE',
    });
  });

  it('starts a renewal where the old permit ends (R-REN-4)', () => {
    expect(approvalTerms(facts({ concerned: concerned() })).startsAt).toEqual(
      new Date('2027-01-10T00:00:00Z'),
    );
  });

  it('is for a change the new vehicle from now until the permit ends, in its own zones', () => {
    expect(approvalTerms(facts({ ...change, concerned: concerned() }))).toEqual({
      permitReference: null,
      startsAt: new Date('2026-11-20T10:00:00Z'),
      endsAt: new Date('2027-01-10T00:00:00Z'),
      startsOn: '2026-11-20',
      endsOn: '2027-01-09',
      zones: ['Z7'],
      registration: 'AB12 CDE',
    });
  });

  it('is for a change of a permit still to come the new vehicle from its first instant', () => {
    const startsAt = new Date('2026-12-24T00:00:00Z');
    const later = concerned({ permit: { ...permit, startsAt } as ConcernedPermit['permit'] });
    expect(approvalTerms(facts({ ...change, concerned: later })).startsAt).toBe(startsAt);
  });
});

describe('the key of what was checked (R6.7)', () => {
  const keyOf = (differs: Partial<ApprovalFacts> = {}) =>
    termsKey(approvalTerms(facts(differs)), facts(differs), []);

  it('stays the same from one moment to the next', () => {
    expect(keyOf({ now: new Date('2026-11-20T10:30:00Z') })).toBe(keyOf());
  });

  it.each<[string, Partial<ApprovalFacts>]>([
    ['first day', { now: new Date('2026-12-02T00:00:00Z') }],
    ['zone', { zone: { code: 'Z2' } as ApprovalFacts['zone'] }],
    ['money', { money: { is: 'taken', pence: 5500 } }],
    ['permit', { permitReference: 'PD-5555-5555' }],
    ['vehicle', { application: { ...facts().application, registration: 'FY64BBO' } }],
    ['price', { application: { ...facts().application, pricePence: 2750 } }],
    ['duration', { application: { ...facts().application, durationMonths: 6 } }],
  ])('changes with the %s', (_, differs) => {
    expect(keyOf(differs)).not.toBe(keyOf());
  });

  it('changes with another permit or case that has the vehicle', () => {
    const one = { is: 'permit', isHere: false, zones: 'Z3', coveredTo: new Date() } as const;
    const elsewhere = [{ ...one, reference: 'PD-3333-3333', caseReference: 'PD-2222-2222' }];
    expect(termsKey(approvalTerms(facts()), facts(), elsewhere)).not.toBe(keyOf());
  });
});
