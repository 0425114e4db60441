import fc from 'fast-check';
import {
  checkRegistration,
  isOneSlipAway,
  lookAlikeKey,
  weakLookAlikeKey,
} from './vehicle-registration.js';

const plateText = fc.stringMatching(/^[A-D0-3OISZ]{1,8}$/);

describe('suggestions', () => {
  it.each([
    ['FY64BB0', ['FY64BBO']],
    ['LGO9RVK', ['LG09RVK']],
    ['LI4ENM', ['L14ENM']],
    ['fy64 bb0', ['FY64BBO']],
    ['AB1OCDE', ['AB10CDE']],
    ['ABI0CDE', ['AB10CDE']],
    ['0B12CDE', ['OB12CDE']],
    ['A8CDEFG', []],
    ['AB1ZCDE', ['AB12CDE']],
    ['5B12CDE', ['SB12CDE', '5812CDE']],
  ])('R-VRM-4: refuses %s and suggests %j', (text, suggestions) => {
    expect(checkRegistration(text)).toEqual({
      ok: false,
      refusal: 'shape',
      suggestions,
    });
  });

  it('R-VRM-4: suggests only valid look-alikes, at most three, and never the text itself', () => {
    fc.assert(
      fc.property(plateText, (text) => {
        const answer = checkRegistration(text);
        if (answer.ok) return;
        expect(answer.suggestions.length).toBeLessThanOrEqual(3);
        for (const suggestion of answer.suggestions) {
          expect(suggestion).not.toBe(text);
          expect(checkRegistration(suggestion)).toEqual({ ok: true, registration: suggestion });
          expect(weakLookAlikeKey(suggestion)).toBe(weakLookAlikeKey(text));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('R-VRM-4: finds the mark again after any one 0 was typed as O in the current style', () => {
    const current = fc.stringMatching(/^[A-HJ-NP-Z]{2}(0[1-9]|[1-9]0)[A-HJ-NP-Z]{3}$/);
    fc.assert(
      fc.property(current, (mark) => {
        const typed = mark.replace('0', 'O');
        const answer = checkRegistration(typed);
        expect(answer).toMatchObject({ ok: false, refusal: 'shape' });
        expect(!answer.ok && answer.suggestions).toContain(mark);
      }),
    );
  });
});

describe('look-alikes', () => {
  it('R-VRM-5: brings O and 0, I and 1 together', () => {
    expect(lookAlikeKey('FY64BB0')).toBe(lookAlikeKey('FY64BBO'));
    expect(lookAlikeKey('LI4ENM')).toBe(lookAlikeKey('L14ENM'));
    expect(lookAlikeKey('SB12ZDE')).toBe('SB12ZDE');
  });

  it('R-VRM-5: brings S and 5, B and 8, Z and 2 together in the weak key only', () => {
    expect(weakLookAlikeKey('SB12ZOI')).toBe('5812201');
    expect(lookAlikeKey('S123ABC')).not.toBe(lookAlikeKey('5123ABC'));
  });

  it.each([
    ['AB12CDE', 'AB12CDF', true],
    ['AB12CDE', 'AB12CD', true],
    ['AB12CDE', 'B12CDE', true],
    ['AB12CDE', 'AB12CDEF', true],
    ['AB12CDE', 'BA12CDE', true],
    ['AB12CDE', 'AB12CED', true],
    ['AB12CDE', 'AB12CDE', false],
    ['AB12CDE', 'AB21DCE', false],
    ['AB12CDE', 'AB12C', false],
    ['AB12CDE', 'CB12ADE', false],
    ['AB12CDE', 'XY12CDE', false],
    ['A', '', true],
  ])('%s and %s are one slip apart: %s', (a, b, expected) => {
    expect(isOneSlipAway(a, b)).toBe(expected);
    expect(isOneSlipAway(b, a)).toBe(expected);
  });
});
