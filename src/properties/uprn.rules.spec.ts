import { normaliseUprn } from './uprn.rules.js';

describe('normaliseUprn (R-UPRN-1)', () => {
  it.each([
    ['100030001234', '100030001234'],
    [' 100030001234 ', '100030001234'],
    ['000100030001', '100030001'],
    ['0000000000000001', '1'],
    ['7', '7'],
  ])('keeps %j as %s', (typed, uprn) => {
    expect(normaliseUprn(typed)).toEqual({ ok: true, uprn });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['0', 'not_digits'],
    ['10003x', 'not_digits'],
    ['1000 3000', 'not_digits'],
    ['-1', 'not_digits'],
    ['1.5', 'not_digits'],
    ['\u0661\u0662', 'not_digits'],
    ['1000300012345', 'too_long'],
    ['1.0003E+11', 'rounded_by_spreadsheet'],
    ['1e11', 'rounded_by_spreadsheet'],
  ])('refuses %j: %s', (typed, refusal) => {
    expect(normaliseUprn(typed)).toEqual({ ok: false, refusal });
  });
});
