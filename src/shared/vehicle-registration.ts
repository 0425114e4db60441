import { ok, refuse, type Outcome } from './outcome.js';
import { suggestRegistrations } from './registration-suggestions.js';
import { splitByShape } from './registration-shapes.js';

/** Stored form: capital letters and digits, no space (R-VRM-1). Personal: never in a URL or a log (R-VRM-9). */
export type Registration = string;

export type RegistrationRefusal = 'empty' | 'characters' | 'too_long' | 'shape';

export type RegistrationCheck =
  | { readonly ok: true; readonly registration: Registration }
  | {
      readonly ok: false;
      readonly refusal: RegistrationRefusal;
      /** Marks that differ only by a letter taken for a digit; to be offered, never saved silently. */
      readonly suggestions: readonly Registration[];
    };

export const REGISTRATION_REFUSAL_WORDS: Readonly<Record<RegistrationRefusal, string>> = {
  empty: 'Enter the vehicle’s registration number',
  characters: 'Registration number must only use letters A to Z and numbers 0 to 9',
  too_long: 'Registration number must be 7 characters or fewer, not counting spaces',
  shape: 'Enter a registration number as it is on the number plate, like AB12 CDE',
};

const LONGEST = 7;
const LONGEST_UNUSUAL = 12;

/**
 * Capitals, without spaces and hyphens. Only plain A to Z and 0 to 9 pass: letters of other
 * alphabets look the same and would never match the plate.
 */
export function normaliseRegistration(
  text: string,
): Outcome<{ registration: Registration }, 'empty' | 'letters_a_to_z'> {
  const typed = text.trim();
  if (typed === '') return refuse('empty');
  // Checked before capitals are made: capitals turn a few foreign letters into plain ones.
  if (!/^[A-Za-z0-9 \t\u00A0\u2010-\u2015\u2212-]+$/.test(typed)) return refuse('letters_a_to_z');
  const registration = typed.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  return registration === '' ? refuse('empty') : ok({ registration });
}

/** Whether the text is a British or Northern Irish mark (R-VRM-2), with what it may have meant (R-VRM-4). */
export function checkRegistration(text: string): RegistrationCheck {
  const read = normaliseRegistration(text);
  if (!read.ok) {
    const refusal = read.refusal === 'empty' ? 'empty' : 'characters';
    return { ok: false, refusal, suggestions: [] };
  }
  const { registration } = read;
  if (registration.length > LONGEST) return { ok: false, refusal: 'too_long', suggestions: [] };
  if (splitByShape(registration)) return { ok: true, registration };
  return { ok: false, refusal: 'shape', suggestions: suggestRegistrations(registration) };
}

/**
 * A mark the shapes do not cover, for an officer who gives a reason (R-VRM-7): diplomatic, foreign,
 * trade or military, 2 to 12 characters.
 */
export function acceptUnusualRegistration(
  text: string,
): Outcome<{ registration: Registration }, 'empty' | 'characters' | 'too_short' | 'too_long'> {
  const read = normaliseRegistration(text);
  if (!read.ok) return refuse(read.refusal === 'empty' ? 'empty' : 'characters');
  const { length } = read.registration;
  if (length < 2) return refuse('too_short');
  return length > LONGEST_UNUSUAL ? refuse('too_long') : ok({ registration: read.registration });
}

/** As on the plate: `AB12 CDE`, `A123 BCD`, `AIG 1234`. A mark of no known shape stays as it is. */
export function formatRegistration(registration: Registration): string {
  return splitByShape(registration)?.join(' ') ?? registration;
}

/** The same for marks that differ only in O and 0 or I and 1 (R-VRM-5). For searching, never for storing. */
export function lookAlikeKey(registration: Registration): string {
  return registration.replaceAll('O', '0').replaceAll('I', '1');
}

/** As `lookAlikeKey`, and S as 5, B as 8, Z as 2: a weaker likeness, shown after the strong ones. */
export function weakLookAlikeKey(registration: Registration): string {
  return lookAlikeKey(registration).replaceAll('S', '5').replaceAll('B', '8').replaceAll('Z', '2');
}

/** One character wrong, missing, added, or two neighbours swapped: a hint for staff (R-VRM-5). */
export function isOneSlipAway(a: Registration, b: Registration): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length - short.length === 1) return short.slice(at) === long.slice(at + 1);
  if (long.length !== short.length) return false;
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = `${short[at + 1] ?? ''}${short[at]}${short.slice(at + 2)}`;
  return swapped === long.slice(at);
}

/** `AB*****`: enough to tell two cars apart on a page, too little to name one. */
export function maskRegistration(registration: Registration): string {
  const shown = registration.length > 3 ? 2 : Math.min(1, registration.length - 1);
  const kept = registration.slice(0, Math.max(0, shown));
  return kept.padEnd(registration.length, '*');
}
