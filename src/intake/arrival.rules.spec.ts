import type { PermitType } from '../permit-types/permit-type.rules.js';
import { localDate } from '../shared/local-date.js';
import type { ApplicationDraft } from './application-body.rules.js';
import { arrivalFaults } from './arrival-faults.rules.js';
import { type ArrivalFacts, arrivalHints, getsFreeSlot, vehicleClassOf } from './arrival.rules.js';

const since = { validFrom: localDate('2025-04-01'), validTo: null };
const RESIDENT: PermitType = {
  ...since,
  code: 'resident',
  name: 'Resident',
  grantsPermit: true,
  vehicleChange: 'request_review',
  countsTowardPropertyCap: true,
  sharesFreeSlot: false,
  needsHealthProof: false,
  targetWorkingDays: 5,
  displayOrder: 10,
};
const CARER: PermitType = {
  ...RESIDENT,
  code: 'essential_carer',
  name: 'Essential carer',
  countsTowardPropertyCap: false,
  sharesFreeSlot: true,
};
const CHANGE: PermitType = {
  ...RESIDENT,
  code: 'vehicle_change_request',
  name: 'Vehicle Change Request',
  grantsPermit: false,
  countsTowardPropertyCap: false,
};

const price = (permitTypeCode: string, durationMonths: number, pricePence: number | null) => ({
  ...since,
  permitTypeCode,
  vehicleClass: 'car' as const,
  durationMonths,
  pricePence,
});
const none = { held: 0, nextEndsAt: null };

const FACTS: ArrivalFacts = {
  receivedAt: new Date('2026-11-20T10:00:00Z'),
  receivedOn: localDate('2026-11-20'),
  offeredTypes: [RESIDENT, CARER],
  permitType: RESIDENT,
  prices: [
    price('resident', 12, 5500),
    price('resident', 6, 2750),
    price('essential_carer', 12, null),
    price('vehicle_change_request', 0, 0),
  ],
  needs: [
    {
      ...since,
      permitTypeCode: 'resident',
      need: 'residency',
      paperKinds: ['utility_bill', 'bank_statement'],
      displayOrder: 1,
    },
    { ...since, permitTypeCode: 'resident', need: 'vehicle', paperKinds: ['v5c'], displayOrder: 2 },
  ],
  property: { zoneCode: 'Z3', propertyCap: 2 },
  concernedPermit: null,
  slots: { cap: none, free: none },
  handedOn: { cap: false, free: false },
  isPaymentUsed: false,
  around: {
    hasPendingTwin: false,
    isRegistrationLive: false,
    isLookAlikeLive: false,
    hasLiveResidentPermit: false,
  },
};

const DRAFT: ApplicationDraft = {
  clientReference: 'A1',
  permitType: 'resident',
  property: { uprn: '100' },
  vehicle: { registration: 'AB12CDE', registrationOverride: null, class: null, keeperKind: 'own' },
  startOn: localDate('2026-12-01'),
  durationMonths: 12,
  declarationAcceptedAt: new Date('2026-11-20T09:00:00Z'),
  payment: { providerPaymentId: 'p1', amountPence: 5500 },
  concernsPermit: null,
};

function faults(draft: Partial<ApplicationDraft>, facts: Partial<ArrivalFacts> = {}): string[] {
  return arrivalFaults({ ...DRAFT, ...draft }, { ...FACTS, ...facts }).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
}

const BOTH = ['utility_bill', 'v5c'] as const;
function hints(
  draft: Partial<ApplicationDraft>,
  facts: Partial<ArrivalFacts> = {},
  papers: readonly ('utility_bill' | 'bank_statement' | 'v5c')[] = BOTH,
) {
  return arrivalHints({ ...DRAFT, ...draft }, { ...FACTS, ...facts }, papers);
}

const full = { held: 2, nextEndsAt: null };
const carer = { permitType: CARER };
const asCarer = { permitType: 'essential_carer', payment: null };
const known = { isKnown: true, permitId: 'p', applicationId: 'a' };

describe('refusals on arrival', () => {
  it.each<[string, Partial<ApplicationDraft>, Partial<ArrivalFacts>, string[]]>([
    ['nothing wrong', {}, {}, []],
    [
      'no such type',
      { permitType: 'x' },
      { permitType: null },
      ['/permitType unknown_permit_type'],
    ],
    ['no such property', {}, { property: null }, ['/property/uprn unknown_property']],
    ['no such term', { durationMonths: 7 }, {}, ['/durationMonths term_not_offered']],
    [
      'not for motorcycles',
      { vehicle: { ...DRAFT.vehicle, class: 'motorcycle' } },
      {},
      ['/vehicle/class not_for_this_vehicle'],
    ],
    ['not without a vehicle', { vehicle: null }, {}, ['/vehicle not_for_this_vehicle']],
    ['starts today', { startOn: localDate('2026-11-20') }, {}, []],
    ['started yesterday', { startOn: localDate('2026-11-19') }, {}, ['/startOn in_the_past']],
    ['starts in a year', { startOn: localDate('2027-11-20') }, {}, []],
    ['starts too late', { startOn: localDate('2027-11-21') }, {}, ['/startOn too_far_ahead']],
    [
      'declared 5 minutes ahead',
      { declarationAcceptedAt: new Date('2026-11-20T10:05:00Z') },
      {},
      [],
    ],
    [
      'declared later',
      { declarationAcceptedAt: new Date('2026-11-20T10:05:01Z') },
      {},
      ['/declarationAcceptedAt in_the_future'],
    ],
    [
      'unknown permit',
      { concernsPermit: 'PD' },
      { concernedPermit: { isKnown: false, permitId: null, applicationId: null } },
      ['/concernsPermit unknown_permit'],
    ],
    ['a renewal', { concernsPermit: 'PD' }, { concernedPermit: known }, []],
    [
      'a change names its permit',
      { permitType: 'vehicle_change_request', durationMonths: 0, payment: null },
      { permitType: CHANGE },
      ['/concernsPermit permit_needed'],
    ],
    [
      'a change that does',
      {
        permitType: 'vehicle_change_request',
        durationMonths: 0,
        payment: null,
        concernsPermit: 'PD',
      },
      { permitType: CHANGE, concernedPermit: known },
      [],
    ],
    ['not paid', { payment: null }, {}, ['/payment payment_needed']],
    [
      'paid too little',
      { payment: { providerPaymentId: 'p', amountPence: 5499 } },
      {},
      ['/payment/amountPence not_the_price'],
    ],
    [
      'paid twice',
      {},
      { isPaymentUsed: true },
      ['/payment/providerPaymentId payment_already_used'],
    ],
    ['the first carer is free, even where no price is set (R-FREE-1)', asCarer, carer, []],
    [
      'free and paid',
      { ...asCarer, payment: { providerPaymentId: 'p', amountPence: 5500 } },
      carer,
      ['/payment nothing_to_pay'],
    ],
    [
      'the second carer where no price is set (U-1)',
      asCarer,
      { ...carer, slots: { cap: none, free: { held: 1, nextEndsAt: null } } },
      ['/permitType no_price'],
    ],
    [
      'a faulty payment is not faulted twice',
      { payment: { providerPaymentId: 'p', amountPence: undefined } },
      {},
      [],
    ],
    ['an unread payment neither', { payment: undefined }, {}, []],
  ])('%s', (_, draft, facts, expected) => {
    expect(faults(draft, facts)).toEqual(expected);
  });

  it('says why what could have been free must be paid (R-FREE-2)', () => {
    const prices = [price('essential_carer', 12, 5500)];
    const slots = { cap: none, free: { held: 1, nextEndsAt: new Date('2027-03-31T23:00:00Z') } };
    const [fault] = arrivalFaults({ ...DRAFT, ...asCarer }, { ...FACTS, ...carer, prices, slots });
    expect(fault?.words).toMatch(/already in use.*1 April 2027.*A payment of £55 is needed$/);
  });

  it('says nothing of what could not be read', () => {
    expect(arrivalFaults({}, { ...FACTS, permitType: null, property: null })).toEqual([]);
  });
});

describe('hints on arrival', () => {
  it.each<[string, Partial<ApplicationDraft>, Partial<ArrivalFacts>, string[]]>([
    ['nothing to notice', {}, {}, []],
    [
      'in no zone (R-ELIG-1)',
      {},
      { property: { zoneCode: null, propertyCap: 0 } },
      ['not_in_zone'],
    ],
    ['at the cap (R-LIM-1)', {}, { slots: { cap: full, free: none } }, ['at_cap']],
    [
      'at a cap lowered since',
      {},
      { property: { zoneCode: 'Z3', propertyCap: 1 }, slots: { cap: full, free: none } },
      ['at_cap'],
    ],
    [
      'a renewal takes its own place over (R-REN-4)',
      {},
      { slots: { cap: full, free: none }, handedOn: { cap: true, free: false } },
      [],
    ],
    [
      'free slot used',
      { ...asCarer },
      { ...carer, needs: [], slots: { cap: none, free: { held: 1, nextEndsAt: null } } },
      ['free_slot_used'],
    ],
    [
      'a resident’s permit is never free',
      {},
      { slots: { cap: none, free: { held: 1, nextEndsAt: null } } },
      [],
    ],
    ['a twin', {}, { around: { ...FACTS.around, hasPendingTwin: true } }, ['possible_duplicate']],
    [
      'on a live permit',
      {},
      { around: { ...FACTS.around, isRegistrationLive: true, isLookAlikeLive: true } },
      ['same_registration_live', 'look_alike_live'],
    ],
    [
      'an unusual mark',
      { vehicle: { ...DRAFT.vehicle, registrationOverride: 'why' } },
      {},
      ['unusual_registration'],
    ],
    [
      'a business at home (R-BUS-2)',
      { permitType: 'business' },
      { around: { ...FACTS.around, hasLiveResidentPermit: true } },
      ['home_business'],
    ],
    ['a resident at home', {}, { around: { ...FACTS.around, hasLiveResidentPermit: true } }, []],
  ])('%s', (_, draft, facts, expected) => {
    expect(hints(draft, facts)).toEqual(expected);
  });

  it('notice each missing paper of those the type needs', () => {
    expect(hints({}, {}, [])).toEqual(['paper_missing']);
    expect(hints({}, {}, ['v5c'])).toEqual(['paper_missing']);
    expect(hints({}, {}, ['bank_statement', 'v5c'])).toEqual([]);
    expect(hints({ vehicle: null }, {}, ['bank_statement'])).toEqual([]);
  });
});

describe('the free slot and the class of vehicle', () => {
  it('is for types that share it, while it is free or handed on', () => {
    const used = { cap: none, free: { held: 1, nextEndsAt: null } };
    expect(getsFreeSlot(FACTS)).toBe(false);
    expect(getsFreeSlot({ ...FACTS, ...carer })).toBe(true);
    expect(getsFreeSlot({ ...FACTS, ...carer, slots: used })).toBe(false);
    expect(
      getsFreeSlot({ ...FACTS, ...carer, slots: used, handedOn: { cap: false, free: true } }),
    ).toBe(true);
  });

  it('follows the vehicle, else the type', () => {
    expect(vehicleClassOf(DRAFT)).toBe('car');
    expect(vehicleClassOf({ ...DRAFT, permitType: 'motorcycle' })).toBe('motorcycle');
    expect(vehicleClassOf({ ...DRAFT, vehicle: { class: 'motorcycle' } })).toBe('motorcycle');
    expect(vehicleClassOf({ ...DRAFT, vehicle: null })).toBe('none');
    expect(vehicleClassOf({ ...DRAFT, vehicle: undefined })).toBeUndefined();
  });
});
