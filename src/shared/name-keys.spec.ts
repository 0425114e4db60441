import fc from 'fast-check';
import { initials, nameWords } from './name-keys.js';

describe('the words of a name', () => {
  it.each([
    ['Priya Example', ['priya', 'example']],
    ['O’Neill', ['oneill']],
    ["O'Neill", ['oneill']],
    ['Smith-Jones', ['smith', 'jones']],
    ['  Zoë   Müller ', ['zoe', 'muller']],
    ['Łukasz Żółć', ['lukasz', 'zolc']],
    ['Bjørn Straße', ['bjorn', 'strasse']],
    ['Æthel Þór', ['aethel', 'thor']],
    ['İpek IŞIK', ['ipek', 'isik']],
    ['Mr J. Example, Jr.', ['mr', 'j', 'example', 'jr']],
    ['李 小龙', ['李', '小龙']],
    ['Ольга', ['ольга']],
    ['Jo Jo', ['jo']],
    ['ﬁona', ['fiona']],
    ['%_\\', []],
    ['', []],
  ])('of %j are %j', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  it('hold no blank, no mark and nothing that a pattern reads as a wildcard', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        for (const word of nameWords(name)) expect(word).toMatch(/^[\p{L}\p{N}]{1,60}$/u);
      }),
    );
  });

  it('are the same when read again, and in capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (name) => {
        const words = nameWords(name);
        expect(nameWords(words.join(' '))).toEqual(words);
      }),
    );
    const latin = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ž ’'-]{0,60}$/);
    fc.assert(
      fc.property(latin, (name) => {
        expect(nameWords(name.toUpperCase())).toEqual(nameWords(name));
      }),
    );
  });

  it('take no longer for a hostile text', () => {
    const started = performance.now();
    nameWords(`${'a'.repeat(50_000)}!${"'-".repeat(25_000)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('initials', () => {
  it.each([
    ['Priya Example', 'P. E.'],
    ['  Zoë   O’Neill ', 'Z. O.'],
    ['𝒜da', '𝒜.'],
    ['', ''],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
