import { localDate } from '../shared/local-date.js';
import {
  amountDue,
  checkTerm,
  type PermitPrice,
  priceFor,
  type PriceQuestion,
} from './permit-prices.rules.js';

const line = (change: Partial<PermitPrice>): PermitPrice => ({
  permitTypeCode: 'resident',
  vehicleClass: 'car',
  durationMonths: 12,
  validFrom: localDate('2025-04-01'),
  validTo: null,
  pricePence: 5500,
  ...change,
});

const PRICES: PermitPrice[] = [
  line({ validFrom: localDate('2017-01-01'), validTo: localDate('2025-03-31'), pricePence: 5000 }),
  line({}),
  line({ permitTypeCode: 'motorcycle', vehicleClass: 'motorcycle', pricePence: 2750 }),
  line({ permitTypeCode: 'temporary_resident' }),
  line({ permitTypeCode: 'temporary_resident', durationMonths: 6, pricePence: 2750 }),
  line({ permitTypeCode: 'essential_carer', pricePence: null }),
];

const ask = (change: Partial<PriceQuestion> = {}): PriceQuestion => ({
  prices: PRICES,
  permitTypeCode: 'resident',
  vehicleClass: 'car',
  durationMonths: 12,
  on: localDate('2026-11-20'),
  ...change,
});

describe('priceFor (R-PRI-1, R-PRI-2)', () => {
  it.each([
    ['a car for a year', {}, 5500],
    ['the last day of the old price', { on: localDate('2025-03-31') }, 5000],
    ['the first day of the new price', { on: localDate('2025-04-01') }, 5500],
    ['a motorcycle', { permitTypeCode: 'motorcycle', vehicleClass: 'motorcycle' as const }, 2750],
    ['half a year', { permitTypeCode: 'temporary_resident', durationMonths: 6 }, 2750],
  ])('%s', (_which, change, pricePence) => {
    expect(priceFor(ask(change))).toEqual({ ok: true, pricePence });
  });

  it('offers a resident no half year (C-1), and says what is offered', () => {
    expect(priceFor(ask({ durationMonths: 6 }))).toEqual({
      ok: false,
      refusal: 'duration_not_offered',
      offeredMonths: [12],
    });
  });

  it('lists the terms offered shortest first', () => {
    const outcome = priceFor(ask({ permitTypeCode: 'temporary_resident', durationMonths: 9 }));
    expect(outcome).toMatchObject({ offeredMonths: [6, 12] });
  });

  it.each([
    ['another vehicle class', { vehicleClass: 'motorcycle' as const }],
    ['a type without a price list', { permitTypeCode: 'visitor' }],
    ['a day before the first price', { on: localDate('2016-12-31') }],
  ])('sells nothing for %s', (_which, change) => {
    expect(priceFor(ask(change))).toEqual({
      ok: false,
      refusal: 'not_offered_for_vehicle',
      offeredMonths: [],
    });
  });

  it('lets a blank price block the sale (U-1), though the term is offered', () => {
    const carer = ask({ permitTypeCode: 'essential_carer' });
    expect(priceFor(carer)).toEqual({ ok: false, refusal: 'no_price', offeredMonths: [12] });
    expect(checkTerm(carer).ok).toBe(true);
  });

  it('sells a price of nothing', () => {
    const prices = [line({ pricePence: 0 })];
    expect(priceFor(ask({ prices }))).toEqual({ ok: true, pricePence: 0 });
  });
});

describe('amountDue (R-FREE-1, R-FREE-2)', () => {
  const carer = ask({ permitTypeCode: 'essential_carer' });

  it('is nothing for the holder of the free slot, whatever the list says', () => {
    expect(amountDue(ask(), true)).toEqual({ ok: true, pricePence: 0 });
    expect(amountDue(carer, true)).toEqual({ ok: true, pricePence: 0 });
  });

  it('is the list price for everybody else', () => {
    expect(amountDue(ask(), false)).toEqual({ ok: true, pricePence: 5500 });
    expect(amountDue(carer, false)).toMatchObject({ ok: false, refusal: 'no_price' });
  });

  it('does not make a term that is not offered free', () => {
    const outcome = amountDue({ ...carer, durationMonths: 6 }, true);
    expect(outcome).toMatchObject({ ok: false, refusal: 'duration_not_offered' });
  });
});
