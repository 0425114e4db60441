import fc from 'fast-check';
import {
  assertPence,
  formatPounds,
  isPence,
  MOST_PENCE,
  parsePounds,
  POUNDS_REFUSAL_WORDS,
} from './money.js';

describe('formatPounds', () => {
  it.each([
    [0, '£0'],
    [1, '£0.01'],
    [10, '£0.10'],
    [100, '£1'],
    [2750, '£27.50'],
    [5500, '£55'],
    [99_999, '£999.99'],
    [100_000, '£1,000'],
    [123_450, '£1,234.50'],
    [100_000_000, '£1,000,000'],
    [999_999_999, '£9,999,999.99'],
    [-500, '-£5'],
    [-2750, '-£27.50'],
  ])('%i is %s', (pence, text) => {
    expect(formatPounds(pence)).toBe(text);
  });

  it.each([27.5, NaN, Infinity, 2 ** 53])('refuses %s, which is no whole number of pence', (it) => {
    expect(() => formatPounds(it)).toThrow(RangeError);
    expect(() => assertPence(it)).toThrow(RangeError);
    expect(isPence(it)).toBe(false);
  });

  it('R-PRI-2: keeps 5500 and 2750 exactly', () => {
    expect([assertPence(5500), assertPence(2750)]).toEqual([5500, 2750]);
  });
});

describe('parsePounds', () => {
  it.each([
    ['55', 5500],
    ['£55', 5500],
    ['£ 55', 5500],
    [' 27.50 ', 2750],
    ['0', 0],
    ['0.00', 0],
    ['0.01', 1],
    ['£1,234.50', 123_450],
    ['1234.50', 123_450],
    ['1,234,567', 123_456_700],
    ['9999999.99', MOST_PENCE],
    // Times a hundred as a float this is 114.99999999999999.
    ['1.15', 115],
    ['8.29', 829],
  ])('reads %s as %i pence', (text, pence) => {
    expect(parsePounds(text)).toEqual({ ok: true, pence });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['£', 'empty'],
    ['-5', 'negative'],
    ['£-5', 'negative'],
    ['-£5', 'negative'],
    ['\u22125', 'negative'],
    ['(5)', 'negative'],
    ['27.505', 'part_of_a_penny'],
    ['27.5', 'pence_need_two_digits'],
    ['27.', 'not_an_amount'],
    ['.50', 'not_an_amount'],
    ['1e3', 'not_an_amount'],
    ['0x10', 'not_an_amount'],
    ['NaN', 'not_an_amount'],
    ['Infinity', 'not_an_amount'],
    ['ten', 'not_an_amount'],
    ['1.2.3', 'not_an_amount'],
    ['1,23', 'not_an_amount'],
    ['12,34.00', 'not_an_amount'],
    ['5 5', 'not_an_amount'],
    ['$5', 'not_an_amount'],
    ['+5', 'not_an_amount'],
    ['٥٥', 'not_an_amount'],
    ['10000000', 'too_much'],
    ['£1,000,000,000', 'too_much'],
    ['9'.repeat(400), 'too_much'],
  ])('refuses %p: %s', (text, refusal) => {
    expect(parsePounds(text)).toEqual({ ok: false, refusal });
    expect(POUNDS_REFUSAL_WORDS).toHaveProperty(refusal);
  });

  it('reads back every amount that formatPounds writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_PENCE }), (pence) => {
        expect(parsePounds(formatPounds(pence))).toEqual({ ok: true, pence });
      }),
    );
  });

  it('never throws and only ever gives whole pence', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parsePounds(text);
        expect(read.ok ? isPence(read.pence) : read.refusal in POUNDS_REFUSAL_WORDS).toBe(true);
      }),
    );
  });
});
