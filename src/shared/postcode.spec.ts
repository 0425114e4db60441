import { formatPostcode, isPostcode, normalisePostcode, postcodeStarts } from './postcode.js';

describe('normalisePostcode', () => {
  it.each([
    ['LE3 8RA', 'LE3 8RA'],
    ['le38ra', 'LE3 8RA'],
    [' l e 3 8 r a ', 'LE3 8RA'],
    ['LE3\u00A08RA', 'LE3 8RA'],
    ['LE3-8RA', 'LE3 8RA'],
    ['LE11 5AB', 'LE11 5AB'],
    ['M1 1AE', 'M1 1AE'],
    ['B33 8TH', 'B33 8TH'],
    ['CR2 6XH', 'CR2 6XH'],
    ['DN55 1PT', 'DN55 1PT'],
    ['W1A 0AX', 'W1A 0AX'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['GIR 0AA', 'GIR 0AA'],
    ['BF1 2AA', 'BF1 2AA'],
  ])('%j is %s', (text, postcode) => {
    expect(normalisePostcode(text)).toEqual({ ok: true, postcode });
    expect(isPostcode(text)).toBe(true);
    expect(formatPostcode(text)).toBe(postcode);
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['LE3', 'not_a_postcode'],
    ['LE3 8R', 'not_a_postcode'],
    ['LE3 8RAA', 'not_a_postcode'],
    ['LE333 8RA', 'not_a_postcode'],
    ['QE3 8RA', 'not_a_postcode'],
    ['VE3 8RA', 'not_a_postcode'],
    ['LI3 8RA', 'not_a_postcode'],
    ['LE3 8CA', 'not_a_postcode'],
    ['LE3 8RO', 'not_a_postcode'],
    // O for 0 is sent back, not guessed.
    ['LE3 ORA', 'not_a_postcode'],
    ['W1I 0AX', 'not_a_postcode'],
    ['GIR 0AB', 'not_a_postcode'],
    ['\u041BE3 8RA', 'not_a_postcode'],
    ['LE3 8RA\u0000', 'not_a_postcode'],
    ['LE3\n8RA', 'not_a_postcode'],
    ['LE3 8RA, LE3 8RB', 'not_a_postcode'],
    ['A'.repeat(100_000), 'not_a_postcode'],
  ])('refuses %j: %s', (text, refusal) => {
    expect(normalisePostcode(text)).toEqual({ ok: false, refusal });
    expect(isPostcode(text)).toBe(false);
    expect(formatPostcode(text)).toBe(text);
  });
});

describe('what a part of a postcode may mean', () => {
  it.each([
    ['LE11', ['LE11 ', 'LE1 1']],
    ['le11 5', ['LE11 5']],
    ['LE115', ['LE11 5']],
    ['LE1 1', ['LE1 1']],
    ['LE11 5Z', ['LE11 5Z']],
    ['LE38ra', ['LE3 8RA']],
    ['M1', ['M1 ']],
    ['LE', []],
    ['Smith', []],
    ['LE11 5ZZZ', []],
    ['LE%', []],
    ['', []],
  ])('%j may mean %j', (typed, starts) => {
    expect(postcodeStarts(typed)).toEqual(starts);
  });
});
