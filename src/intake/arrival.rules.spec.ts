import { asCarer, carer, DRAFT, FACTS, full, none } from '../../test/builders/an-arrival.js';
import type { ApplicationDraft } from './application-body.rules.js';
import { type ArrivalFacts, arrivalHints, getsFreeSlot, vehicleClassOf } from './arrival.rules.js';

const BOTH = ['utility_bill', 'v5c'] as const;
function hints(
  draft: Partial<ApplicationDraft>,
  facts: Partial<ArrivalFacts> = {},
  papers: readonly ('utility_bill' | 'bank_statement' | 'v5c')[] = BOTH,
) {
  return arrivalHints({ ...DRAFT, ...draft }, { ...FACTS, ...facts }, papers);
}

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
