import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { makeReference, parseReference, REFERENCE_ALPHABET } from './case-reference.js';

const reference = fc.uint8Array({ minLength: 8, maxLength: 16 }).map(makeReference);
const plain = (text: string) => text.replace(/^PD-/, '').replace('-', '');

describe('the alphabet', () => {
  it('is 23 different characters, a prime number, with no vowels and no twins', () => {
    expect(new Set(REFERENCE_ALPHABET).size).toBe(23);
    expect(REFERENCE_ALPHABET).toHaveLength(23);
    expect(REFERENCE_ALPHABET).toMatch(/^[0-9A-Z]+$/);
    expect(REFERENCE_ALPHABET).not.toMatch(/[AEIOU01LQSZBG]/);
  });
});

describe('makeReference', () => {
  it('has the form PD-XXXX-XXXX and reads back', () => {
    fc.assert(
      fc.property(reference, (made) => {
        expect(made).toMatch(/^PD-[2-9CDFHJKMNPRTVWXY]{4}-[2-9CDFHJKMNPRTVWXY]{4}$/);
        expect(parseReference(made)).toEqual({ ok: true, reference: made });
      }),
    );
  });

  it('depends on the bytes alone', () => {
    expect(makeReference(new Uint8Array(8))).toBe('PD-2222-2222');
    expect(makeReference(new Uint8Array(8).fill(255))).toBe(
      makeReference(new Uint8Array(8).fill(255)),
    );
  });

  it('refuses too few bytes', () => {
    expect(() => makeReference(new Uint8Array(7))).toThrow(RangeError);
  });

  it('uses every character about as often in every place', () => {
    const rounds = 4600;
    const counts = Array.from({ length: 8 }, () => new Map<string, number>());
    for (let round = 0; round < rounds; round += 1) {
      [...plain(makeReference(randomBytes(8)))].forEach((one, at) => {
        counts[at]?.set(one, (counts[at].get(one) ?? 0) + 1);
      });
    }
    // 200 expected; 100 and 320 lie beyond seven standard deviations.
    for (const place of counts) {
      expect(place.size).toBe(23);
      expect(Math.min(...place.values())).toBeGreaterThan(100);
      expect(Math.max(...place.values())).toBeLessThan(320);
    }
  });
});

describe('parseReference', () => {
  const made = makeReference(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
  const code = plain(made);

  it.each([
    made,
    made.toLowerCase(),
    ` ${made} `,
    `PD${code}`,
    `pd ${code.slice(0, 4)} ${code.slice(4)}`,
    code,
    code.toLowerCase(),
    `PD\u2013${code.slice(0, 4)}\u2011${code.slice(4)}`,
    [...code].join(' '),
  ])('reads %j', (text) => {
    expect(parseReference(text)).toEqual({ ok: true, reference: made });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['PD', 'not_a_reference'],
    ['PD-', 'not_a_reference'],
    [`XX-${code}`, 'not_a_reference'],
    [`PD-${code}2`, 'not_a_reference'],
    [code.slice(1), 'not_a_reference'],
    ['PD-0000-0000', 'not_a_reference'],
    ['PD-2222-222O', 'not_a_reference'],
    ['PD-2222-222\u0421', 'not_a_reference'],
    ['PD-2222-2222\u0000', 'not_a_reference'],
    ["PD-2222-2222' or 1=1", 'not_a_reference'],
    ['9'.repeat(100_000), 'not_a_reference'],
    ['PD-2222-2223', 'check_character'],
  ])('refuses %j: %s', (text, refusal) => {
    expect(parseReference(text)).toEqual({ ok: false, refusal });
  });

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(reference, (right) => {
        const one = plain(right);
        for (let at = 0; at < one.length; at += 1) {
          for (const wrong of REFERENCE_ALPHABET.replace(one.charAt(at), '')) {
            const typed = one.slice(0, at) + wrong + one.slice(at + 1);
            expect(parseReference(typed)).toEqual({ ok: false, refusal: 'check_character' });
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('finds every exchange of two different characters, neighbours or not', () => {
    fc.assert(
      fc.property(reference, (right) => {
        const one = [...plain(right)];
        for (let at = 0; at < one.length; at += 1) {
          for (let other = at + 1; other < one.length; other += 1) {
            if (one[at] === one[other]) continue;
            const typed = one.with(at, one[other] as string).with(other, one[at] as string);
            const answer = parseReference(typed.join(''));
            expect(answer).toEqual({ ok: false, refusal: 'check_character' });
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('proves both for every pair of places and every pair of values', () => {
    // A slip changes the weighted sum by weight x difference, or by difference of weights x
    // difference: neither may be a multiple of 23, whatever the rest of the reference is.
    for (let difference = 1; difference < 23; difference += 1) {
      for (let weight = 1; weight <= 8; weight += 1) {
        expect((weight * difference) % 23).not.toBe(0);
        for (let other = 1; other < weight; other += 1) {
          expect(((weight - other) * difference) % 23).not.toBe(0);
        }
      }
    }
  });
});
