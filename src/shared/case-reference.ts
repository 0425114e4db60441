import { ok, refuse, type Outcome } from './outcome.js';

/**
 * 23 characters that stay apart on paper and on the telephone: no vowels, so no words; of 0 O Q
 * and 1 I L none, and of 2 Z, 5 S, 8 B, 6 G only the digit. 23 is prime, which the check needs.
 */
export const REFERENCE_ALPHABET = '23456789CDFHJKMNPRTVWXY';

export type ReferenceRefusal = 'empty' | 'not_a_reference' | 'check_character';

export const REFERENCE_REFUSAL_WORDS: Readonly<Record<ReferenceRefusal, string>> = {
  empty: 'Enter a reference',
  not_a_reference: 'A reference is PD followed by 8 letters and numbers',
  check_character: 'One character of this reference is wrong: check it and try again',
};

/** Whether it is worth asking for: printable, short, and nothing that an ASCII column cannot hold. */
export function couldBeReference(text: string): boolean {
  return /^[\x21-\x7e]{1,16}$/.test(text);
}

const SIZE = REFERENCE_ALPHABET.length;
const PAYLOAD = 7;
const FEWEST_BYTES = 8;

/**
 * A new reference such as `PD-7KMX-4TPC` from random bytes, at least 8. There are 23 to the power
 * of 7, some 3,400 million: uniqueness is the database's to guarantee.
 * @throws RangeError when there are too few bytes.
 */
export function makeReference(randomBytes: Uint8Array): string {
  if (randomBytes.length < FEWEST_BYTES) {
    throw new RangeError(`A reference needs at least ${FEWEST_BYTES} random bytes`);
  }
  // Read as one big number, so that no character is noticeably likelier than another.
  let number = randomBytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let payload = '';
  while (payload.length < PAYLOAD) {
    payload += REFERENCE_ALPHABET.charAt(Number(number % BigInt(SIZE)));
    number /= BigInt(SIZE);
  }
  return printed(payload + checkCharacter(payload));
}

/** Reads a reference however it is cased, spaced or hyphened, with or without `PD`. */
export function parseReference(text: string): Outcome<{ reference: string }, ReferenceRefusal> {
  const typed = text.trim();
  if (typed === '') return refuse('empty');
  if (!/^[A-Za-z0-9 \t\u00A0\u2010-\u2015\u2212-]+$/.test(typed)) return refuse('not_a_reference');
  const squeezed = typed.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  const code = squeezed.length === PAYLOAD + 3 ? squeezed.replace(/^PD/, '') : squeezed;
  if (code.length !== PAYLOAD + 1 || [...code].some((one) => !REFERENCE_ALPHABET.includes(one))) {
    return refuse('not_a_reference');
  }
  const isRight = checkCharacter(code.slice(0, PAYLOAD)) === code.charAt(PAYLOAD);
  return isRight ? ok({ reference: printed(code) }) : refuse('check_character');
}

/**
 * The character that makes the weighted sum, weights 1 to 8 from the left, a multiple of 23. As 23
 * is prime, one wrong character or two exchanged ones always leave a remainder.
 */
function checkCharacter(payload: string): string {
  const sum = [...payload].reduce(
    (total, one, at) => total + (at + 1) * REFERENCE_ALPHABET.indexOf(one),
    0,
  );
  const last = REFERENCE_ALPHABET.split('').find(
    (_, value) => (sum + (PAYLOAD + 1) * value) % SIZE === 0,
  );
  return last as string;
}

function printed(code: string): string {
  return `PD-${code.slice(0, 4)}-${code.slice(4)}`;
}
