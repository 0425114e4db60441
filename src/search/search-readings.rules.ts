import { parseReference } from '../shared/case-reference.js';
import { normaliseEmail } from '../shared/email-address.js';
import { nameWords } from '../shared/name-keys.js';
import { normalisePhone } from '../shared/phone-number.js';
import { normalisePostcode, postcodeStarts } from '../shared/postcode.js';
import { normaliseRegistration } from '../shared/vehicle-registration.js';

export const LONGEST_SEARCH = 200;
const LONGEST_REGISTRATION = 12;
const MOST_NAME_WORDS = 6;

/** One thing the words in the box may be. They can be several: `AB12` starts a plate and a postcode. */
export type SearchReading =
  | { by: 'reference'; reference: string }
  | { by: 'reference_start'; start: string }
  | { by: 'client_reference'; text: string }
  | { by: 'email'; email: string; isWhole: boolean }
  | { by: 'phone'; start: string; isWhole: boolean }
  | { by: 'postcode'; starts: readonly string[]; isWhole: boolean }
  | { by: 'registration'; registration: string }
  | { by: 'name'; words: readonly string[] };

export const SEARCH_KINDS = [
  'reference',
  'reference_start',
  'client_reference',
  'email',
  'phone',
  'postcode',
  'registration',
  'name',
] as const satisfies readonly SearchReading['by'][];

/** Everything the words may be; none when they can be nothing a case is found by. */
export function readSearch(text: string): SearchReading[] {
  return READERS.flatMap((read) => read(text.trim()) ?? []);
}

/** A reference with a letter that cannot be right: worth saying when nothing is found. */
export function isMistypedReference(text: string): boolean {
  const read = parseReference(text);
  return !read.ok && read.refusal === 'check_character' && /^\s*PD/i.test(text);
}

type ReadOne = (text: string) => SearchReading | null;

const reference: ReadOne = (text) => {
  const read = parseReference(text);
  return read.ok ? { by: 'reference', reference: read.reference } : null;
};

const referenceStart: ReadOne = (text) => {
  const squeezed = text.replace(/[\s-]/g, '').toUpperCase();
  const [, code] = /^PD([A-Z0-9]{2,7})$/.exec(squeezed) ?? [];
  if (!code) return null;
  const start = code.length > 4 ? `PD-${code.slice(0, 4)}-${code.slice(4)}` : `PD-${code}`;
  return { by: 'reference_start', start };
};

/** The portal's own: whatever has a figure in it. */
const clientReference: ReadOne = (text) =>
  text.length >= 3 && /\d/.test(text) ? { by: 'client_reference', text } : null;

const email: ReadOne = (text) => {
  if (!/^[^\s@]+@[^\s@]*$/.test(text)) return null;
  return { by: 'email', email: text, isWhole: normaliseEmail(text).ok };
};

const phone: ReadOne = (text) => {
  const whole = normalisePhone(text);
  if (whole.ok) return { by: 'phone', start: whole.phone, isWhole: true };
  if (!/^\+?[0-9 ().-]{5,24}$/.test(text)) return null;
  const [, national] =
    /^(?:\+44|0044)?0?([1-9][0-9]{3,10})$/.exec(text.replace(/[^0-9+]/g, '')) ?? [];
  return national ? { by: 'phone', start: `+44${national}`, isWhole: false } : null;
};

const postcode: ReadOne = (text) => {
  const whole = normalisePostcode(text);
  if (whole.ok) return { by: 'postcode', starts: [whole.postcode], isWhole: true };
  const starts = postcodeStarts(text);
  return starts.length > 0 ? { by: 'postcode', starts, isWhole: false } : null;
};

const registration: ReadOne = (text) => {
  const read = normaliseRegistration(text);
  if (!read.ok) return null;
  const { length } = read.registration;
  const fits = length >= 2 && length <= LONGEST_REGISTRATION;
  return fits ? { by: 'registration', registration: read.registration } : null;
};

/** Letters only: figures belong to something else. One letter alone says too little. */
const name: ReadOne = (text) => {
  if (/[\d@]/.test(text)) return null;
  const words = nameWords(text).slice(0, MOST_NAME_WORDS);
  const saysEnough = words.some((word) => word.length > 1 || !/^[a-z]$/.test(word));
  return saysEnough ? { by: 'name', words } : null;
};

const READERS = [
  reference,
  referenceStart,
  clientReference,
  email,
  phone,
  postcode,
  registration,
  name,
] as const;
