import { localDate } from '../shared/london-date.js';
import type { ApprovalFacts, ConcernedPermit, SlotFacts } from './approval-facts.rules.js';
import { approvalObstacles, isOvertaken } from './approval-obstacles.rules.js';

const now = new Date('2026-11-20T10:00:00Z');
const type = (code: string, grantsPermit = true) =>
  ({ code, name: code, grantsPermit }) as ApprovalFacts['permitType'];
const application = (differs: object = {}) =>
  ({
    reference: 'PD-2222-2222',
    receivedAt: new Date('2026-11-17T09:00:00Z'),
    startOn: localDate('2026-12-01'),
    durationMonths: 12,
    uprn: '100',
    registration: 'AB12CDE',
    pricePence: 5500,
    concernsPermitId: null,
    ...differs,
  }) as ApprovalFacts['application'];
const payment = (differs: object = {}) =>
  ({
    amountPence: 5500,
    refundedPence: 0,
    state: 'capturable',
    stateReadAt: now,
    holdEndsAt: new Date('2026-11-22T09:00:00Z'),
    ...differs,
  }) as NonNullable<ApprovalFacts['payment']>;
const slot = (differs: Partial<SlotFacts> = {}): SlotFacts => ({
  kind: 'cap',
  limit: 2,
  use: { held: 2, nextEndsAt: null },
  isHeld: false,
  isHandedOn: false,
  ...differs,
});
const concerned = (differs: Partial<ConcernedPermit> = {}): ConcernedPermit => ({
  permit: { reference: 'PD-3333-3333', uprn: '100' } as ConcernedPermit['permit'],
  endsAt: new Date('2027-03-01T00:00:00Z'),
  typeName: 'Resident',
  vehicleChange: 'request_review',
  zones: ['Z1'],
  registration: 'FY64BBO',
  ...differs,
});
const facts = (differs: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  application: application(),
  permitType: type('resident'),
  needs: [],
  zone: { code: 'Z1' } as ApprovalFacts['zone'],
  zoneToday: { code: 'Z1' } as ApprovalFacts['zone'],
  slots: [],
  concerned: null,
  duePence: 5500,
  payment: payment(),
  paymentDiffers: false,
  conflict: [],
  money: { is: 'held', pence: 5500 },
  permitReference: 'PD-4444-4444',
  now,
  ...differs,
});
const codes = (differs: Partial<ApprovalFacts>) =>
  approvalObstacles(facts(differs)).map(({ code }) => code);

describe('what is in the way of an approval', () => {
  it('is nothing when all is proved, placed and paid', () => {
    expect(codes({})).toEqual([]);
  });

  it('is first of all an interest of the person who asks (R-COI-1)', () => {
    const [first, ...rest] = approvalObstacles(facts({ conflict: ['address'], zone: null }));
    expect(first).toEqual({
      code: 'conflict_of_interest',
      words:
        'You have an interest in this case: it names an address you declared. Somebody else must decide it.',
      link: { text: 'Hand it on', path: '#conflict' },
    });
    expect(rest.map(({ code }) => code)).toEqual(['no_zone']);
  });

  it('is each thing that is not proved, with the paper or the way to ask for one', () => {
    const need = {
      need: 'residency',
      label: 'Proof of address',
      paperKinds: ['utility_bill'],
    } as const;
    const paper = {
      paperId: 'p',
      position: 3,
      kind: 'utility_bill',
      findings: null,
      virusCheck: 'clean',
    } as const;
    const obstacles = approvalObstacles(
      facts({
        needs: [
          { ...need, state: 'to_check', papers: [paper], missing: ['Mark it.', 'And that.'] },
          { ...need, state: 'no_paper', papers: [], missing: ['No paper has come.'] },
          { ...need, state: 'proved', papers: [paper], missing: [] },
        ],
      }),
    );
    expect(obstacles).toEqual([
      {
        code: 'not_proved',
        words: 'Mark it.',
        link: { text: 'Review paper 3', path: 'evidence/3' },
      },
      {
        code: 'not_proved',
        words: 'And that.',
        link: { text: 'Review paper 3', path: 'evidence/3' },
      },
      {
        code: 'not_proved',
        words: 'No paper has come.',
        link: { text: 'Ask for the paper', path: 'evidence-requests/new' },
      },
    ]);
  });

  it('is a property in no zone, but not for a change of vehicle', () => {
    expect(codes({ zone: null })).toEqual(['no_zone']);
    const change = { permitType: type('vehicle_change_request', false), concerned: concerned() };
    expect(codes({ ...change, zone: null })).toEqual([]);
  });

  it.each([
    ['full', slot(), ['no_slot']],
    ['full with this one in it', slot({ isHeld: true }), []],
    ['full, but the renewed permit hands its place on', slot({ isHandedOn: true }), []],
    ['not full', slot({ use: { held: 1, nextEndsAt: null } }), []],
    ['free permit used', slot({ kind: 'free', limit: 1 }), ['free_slot_used']],
  ])('is a property that is %s', (_, held, expected) => {
    expect(codes({ slots: [held] })).toEqual(expected);
  });

  describe('for a change of vehicle', () => {
    const change = (differs: Partial<ConcernedPermit> | null, fields: object = {}) =>
      codes({
        permitType: type('vehicle_change_request', false),
        application: application({ concernsPermitId: 'permit-1', ...fields }),
        concerned: differs && concerned(differs),
      });

    it('is a permit that is not known, ended, elsewhere, or whose vehicle is fixed', () => {
      expect(change({})).toEqual([]);
      expect(change(null)).toEqual(['no_permit_to_change']);
      expect(change({ endsAt: now })).toEqual(['permit_ended']);
      expect(change({ endsAt: new Date(now.getTime() + 1) })).toEqual([]);
      expect(change({ vehicleChange: 'not_allowed' })).toEqual(['vehicle_fixed']);
      expect(change({ vehicleChange: 'immediate' })).toEqual([]);
      const permit = { reference: 'PD-3333-3333', uprn: '200' } as ConcernedPermit['permit'];
      expect(change({ permit })).toEqual(['permit_elsewhere']);
    });

    it('is an application that names no vehicle', () => {
      expect(change({}, { registration: null })).toEqual(['no_vehicle']);
    });
  });

  it('is for a renewal a permit that is not known', () => {
    const renews = application({ concernsPermitId: 'permit-1' });
    expect(codes({ application: renews })).toEqual(['no_permit_to_change']);
    const over = concerned({ endsAt: new Date('2026-11-01T00:00:00Z') });
    expect(codes({ application: renews, concerned: over })).toEqual([]);
  });
});

describe('money in the way of an approval (attack 31)', () => {
  it.each([
    ['capturable', null, []],
    ['capturable', '2026-11-20T10:00:00.001Z', []],
    ['capturable', '2026-11-20T10:00:00Z', ['hold_lapsed']],
    ['failed', null, ['hold_lapsed']],
    ['cancelled', null, ['hold_lapsed']],
    ['error', null, ['hold_lapsed']],
    ['created', null, ['money_gone']],
    ['started', null, ['money_gone']],
    ['submitted', null, ['money_not_held']],
    ['success', null, []],
  ] as const)('when it is %s and its hold ends %s: %j', (state, endsAt, expected) => {
    const held = payment({ state, holdEndsAt: endsAt && new Date(endsAt) });
    expect(codes({ payment: held })).toEqual(expected);
  });

  it('is a refund already made', () => {
    expect(codes({ payment: payment({ state: 'success', refundedPence: 1 }) })).toEqual([
      'money_gone',
    ]);
  });

  it('is a price that was not paid in full, by the application or by the price list', () => {
    expect(codes({ payment: null })).toEqual(['nothing_paid']);
    expect(codes({ payment: payment({ amountPence: 5499 }) })).toEqual(['nothing_paid']);
    expect(codes({ duePence: 6050 })).toEqual(['nothing_paid']);
  });

  it('is nothing for a free permit, nor where the price list is blank', () => {
    const free = application({ pricePence: 0 });
    expect(codes({ application: free, payment: null, duePence: 0 })).toEqual([]);
    expect(codes({ application: free, payment: null, duePence: null })).toEqual([]);
  });

  it('is another sum at the payment service', () => {
    expect(codes({ paymentDiffers: true })).toEqual(['payment_differs']);
  });

  it('is told from what was merely left undone', () => {
    expect(isOvertaken(approvalObstacles(facts({ payment: payment({ state: 'failed' }) })))).toBe(
      true,
    );
    expect(isOvertaken(approvalObstacles(facts({ zone: null })))).toBe(false);
    expect(isOvertaken(approvalObstacles(facts({ slots: [slot()] })))).toBe(true);
    const free = slot({ kind: 'free', limit: 1 });
    expect(isOvertaken(approvalObstacles(facts({ slots: [free] })))).toBe(false);
  });
});
