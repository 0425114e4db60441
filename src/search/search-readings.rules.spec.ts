import fc from 'fast-check';
import { isMistypedReference, readSearch, SEARCH_KINDS } from './search-readings.rules.js';

const kinds = (text: string) => readSearch(text).map(({ by }) => by);
const one = (text: string, by: string) => readSearch(text).find((reading) => reading.by === by);

describe('what the words in the box may be', () => {
  it.each([
    ['PD-7KMX-4TPJ', 'reference', { reference: 'PD-7KMX-4TPJ' }],
    ['pd7kmx4tpj', 'reference', { reference: 'PD-7KMX-4TPJ' }],
    [' 7kmx 4tpj ', 'reference', { reference: 'PD-7KMX-4TPJ' }],
    ['PD-7KM', 'reference_start', { start: 'PD-7KM' }],
    ['pd 7kmx 4t', 'reference_start', { start: 'PD-7KMX-4T' }],
    ['WEB-2026-000123', 'client_reference', { text: 'WEB-2026-000123' }],
    ['priya@example.com', 'email', { isWhole: true }],
    ['priya@', 'email', { isWhole: false }],
    ['07700 900123', 'phone', { start: '+447700900123', isWhole: true }],
    ['+44 7700 900123', 'phone', { start: '+447700900123', isWhole: true }],
    ['0044 7700 900123', 'phone', { start: '+447700900123', isWhole: true }],
    ['07700 900', 'phone', { start: '+447700900', isWhole: false }],
    ['LE11 5ZZ', 'postcode', { starts: ['LE11 5ZZ'], isWhole: true }],
    ['le115zz', 'postcode', { starts: ['LE11 5ZZ'], isWhole: true }],
    ['LE11', 'postcode', { starts: ['LE11 ', 'LE1 1'], isWhole: false }],
    ['ab12 cde', 'registration', { registration: 'AB12CDE' }],
    ['O’Neill', 'name', { words: ['oneill'] }],
    ['Łukasz ŻÓŁĆ', 'name', { words: ['lukasz', 'zolc'] }],
    ['李', 'name', { words: ['李'] }],
  ])('%j may be a %s', (text, by, facts) => {
    expect(one(text, by)).toMatchObject(facts);
  });

  it.each([
    ['', []],
    ['%%%%%_____', []],
    ['a', []],
    ['A@B@C', []],
    ["' OR 1=1 --", ['client_reference']],
    ['Smith', ['registration', 'name']],
    ['AB12', ['client_reference', 'postcode', 'registration']],
  ])('%j may be %j and nothing else', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('tells a reference with one wrong character from other words', () => {
    expect(isMistypedReference('PD-7KMX-4TPC')).toBe(true);
    expect(isMistypedReference('PD-7KMX-4TPJ')).toBe(false);
    expect(isMistypedReference('Smith')).toBe(false);
  });

  it('any words give known kinds, each at most once, and never take long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const found = kinds(text);
        expect(new Set(found).size).toBe(found.length);
        for (const by of found) expect(SEARCH_KINDS).toContain(by);
      }),
    );
  });

  it('attack 120: a text made to make patterns slow takes no time', () => {
    for (const text of [
      'a'.repeat(50_000),
      '1'.repeat(50_000),
      `${'a '.repeat(25_000)}!`,
      `${'+'.repeat(9)}${'0 '.repeat(25_000)}x`,
      `PD${'-'.repeat(50_000)}`,
      `a@${'a.'.repeat(25_000)}`,
    ]) {
      const started = performance.now();
      readSearch(text);
      readSearch(`${text}(a+)+$`);
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});
