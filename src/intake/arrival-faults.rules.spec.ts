import {
  asCarer,
  carer,
  CHANGE,
  DRAFT,
  FACTS,
  known,
  none,
  price,
} from '../../test/builders/an-arrival.js';
import { localDate } from '../shared/local-date.js';
import type { ApplicationDraft } from './application-body.rules.js';
import { arrivalFaults } from './arrival-faults.rules.js';
import type { ArrivalFacts } from './arrival.rules.js';

function faults(draft: Partial<ApplicationDraft>, facts: Partial<ArrivalFacts> = {}): string[] {
  return arrivalFaults({ ...DRAFT, ...draft }, { ...FACTS, ...facts }).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
}

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
      { concernedPermit: { isKnown: false, permitId: null, applicationId: null, lastDayOn: null } },
      ['/concernsPermit unknown_permit'],
    ],
    ['a renewal', { concernsPermit: 'PD' }, { concernedPermit: known }, []],
    [
      'a renewal on the day it opens',
      { concernsPermit: 'PD' },
      { concernedPermit: { ...known, lastDayOn: localDate('2026-12-20') } },
      [],
    ],
    [
      'attack 053: a renewal a day too early',
      { concernsPermit: 'PD' },
      { concernedPermit: { ...known, lastDayOn: localDate('2026-12-21') } },
      ['/concernsPermit too_early_to_renew'],
    ],
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
