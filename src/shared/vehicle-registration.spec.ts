import fc from 'fast-check';
import {
  acceptUnusualRegistration,
  checkRegistration,
  formatRegistration,
  maskRegistration,
  normaliseRegistration,
  REGISTRATION_REFUSAL_WORDS,
} from './vehicle-registration.js';

/** R-VRM-2 again, written out by hand so that the table in the code has something to answer to. */
const BY_HAND = [
  /^[A-Z]{3}[0-9]{1,4}$/,
  /^[A-Z][0-9]{1,3}[A-Z]{3}$/,
  /^[A-Z]{3}[0-9]{1,3}[A-Z]$/,
  /^[A-Z]{2}[0-9]{2}[A-Z]{3}$/,
  /^[A-Z]{1,3}[0-9]{1,3}$/,
  /^[0-9]{1,4}[A-Z]{1,3}$/,
  /^[A-Z]{1,2}[0-9]{1,4}$/,
];

const plateText = fc.stringMatching(/^[A-D0-3OISZ]{1,8}$/);

describe('normaliseRegistration', () => {
  it.each([
    'AB12CDE',
    'ab12 cde',
    'AB-12-CDE',
    '  a b 1 2 c d e ',
    'AB12\u2011CDE',
    'AB12\u00A0CDE',
    'AB12 CDE\n',
  ])('%j is AB12CDE', (text) => {
    expect(normaliseRegistration(text)).toEqual({ ok: true, registration: 'AB12CDE' });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    [' - - ', 'empty'],
    // Cyrillic А, В and С, then full-width A, a Greek Α, dotless i and long s, which capitals turn plain.
    ['\u0410\u041212\u0421DE', 'letters_a_to_z'],
    ['AB12 \u0421DE', 'letters_a_to_z'],
    ['\uFF21B12CDE', 'letters_a_to_z'],
    ['\u0391B12CDE', 'letters_a_to_z'],
    ['AB12CD\u0131', 'letters_a_to_z'],
    ['AB12CD\u017F', 'letters_a_to_z'],
    ['AB12C\u00DF', 'letters_a_to_z'],
    ['AB\u0661\u0662CDE', 'letters_a_to_z'],
    ['AB12CD\u{1F697}', 'letters_a_to_z'],
    ['AB12\u0000CDE', 'letters_a_to_z'],
    ['AB12\u200BCDE', 'letters_a_to_z'],
    ['AB12\nCDE', 'letters_a_to_z'],
    ['AB12.CDE', 'letters_a_to_z'],
    ['AB12CDE;--', 'letters_a_to_z'],
  ])('refuses %j: %s', (text, refusal) => {
    expect(normaliseRegistration(text)).toEqual({ ok: false, refusal });
  });
});

describe('checkRegistration', () => {
  it.each([
    'AB12CDE',
    'A123BCD',
    'ABC123D',
    'Q123ABC',
    'AIG1234',
    '1A',
    'A1',
    '1234AB',
    'L2WPS',
    'FY64BBO',
    'LG09RVK',
    'L14ENM',
    'A9AAA',
    'AAA9A',
    'AAA9',
    '1234ABC',
    'AB1234',
    'A1234',
    'AIZ1',
  ])('R-VRM-2: accepts %s', (text) => {
    expect(checkRegistration(text)).toEqual({ ok: true, registration: text });
  });

  it.each([
    ['XYZ', ['XY2']],
    ['ABCD123', []],
    ['A', []],
    ['1', []],
    ['ABCDEFG', []],
    ['1234567', []],
    // An I in a mark that tells the year is not real, so it is not offered.
    ['AB12CD1', []],
    ['A12B1D', []],
    // Northern Ireland's marks do carry one.
    ['A1G123', ['AIG123']],
    ['101D234', []],
  ])('R-VRM-3: refuses %s by its shape', (text, suggestions) => {
    expect(checkRegistration(text)).toEqual({ ok: false, refusal: 'shape', suggestions });
  });

  it('R-VRM-3: refuses 12345, and what it offers instead are only offers', () => {
    const answer = checkRegistration('12345');
    expect(answer).toEqual({ ok: false, refusal: 'shape', suggestions: ['I2345'] });
  });

  it.each([
    ['', 'empty'],
    ['AB12CDEF', 'too_long'],
    ['AB12CDEFG', 'too_long'],
    ['A'.repeat(10_000), 'too_long'],
    ['\u0410\u041212\u0421DE', 'characters'],
    ['\u{1F697}', 'characters'],
    ['AB12\u0000CDE', 'characters'],
  ])('refuses %j: %s', (text, refusal) => {
    expect(checkRegistration(text)).toEqual({ ok: false, refusal, suggestions: [] });
    expect(REGISTRATION_REFUSAL_WORDS).toHaveProperty(refusal);
  });

  it('R-VRM-3: accepts exactly what the shapes, matched in full, accept', () => {
    fc.assert(
      fc.property(plateText, (text) => {
        expect(checkRegistration(text).ok).toBe(BY_HAND.some((shape) => shape.test(text)));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('acceptUnusualRegistration', () => {
  it.each(['101D234', '123 X 456', 'B-AB 1234', '24 AA 01', 'WX 12345 AB'])(
    'R-VRM-7: %s',
    (text) => {
      const registration = text.replace(/[ -]/g, '');
      expect(acceptUnusualRegistration(text)).toEqual({ ok: true, registration });
    },
  );

  it.each([
    ['', 'empty'],
    ['A', 'too_short'],
    ['ABCDEFGHIJKLM', 'too_long'],
    ['\u041012', 'characters'],
  ])('refuses %j: %s', (text, refusal) => {
    expect(acceptUnusualRegistration(text)).toEqual({ ok: false, refusal });
  });
});

describe('formatRegistration', () => {
  it.each([
    ['AB12CDE', 'AB12 CDE'],
    ['A123BCD', 'A123 BCD'],
    ['L2WPS', 'L2 WPS'],
    ['ABC123D', 'ABC 123D'],
    ['AIG1234', 'AIG 1234'],
    ['ABC1', 'ABC 1'],
    ['1234AB', '1234 AB'],
    ['A1', 'A 1'],
    ['1A', '1 A'],
    ['101D234', '101D234'],
    ['', ''],
  ])('U6.4: %s is printed %s', (registration, printed) => {
    expect(formatRegistration(registration)).toBe(printed);
  });

  it('only ever adds a space', () => {
    fc.assert(
      fc.property(plateText, (text) => {
        expect(formatRegistration(text).replace(' ', '')).toBe(text);
      }),
    );
  });
});

describe('maskRegistration', () => {
  it.each([
    ['AB12CDE', 'AB*****'],
    ['1234', '12**'],
    ['AB1', 'A**'],
    ['A1', 'A*'],
    ['A', '*'],
    ['', ''],
  ])('%s is %s', (registration, masked) => {
    expect(maskRegistration(registration)).toBe(masked);
  });
});
