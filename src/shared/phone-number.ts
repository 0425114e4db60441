import { ok, refuse, type Outcome } from './outcome.js';

export type PhoneRefusal = 'empty' | 'characters' | 'more_than_one' | 'not_a_uk_number';
export type MobileRefusal = PhoneRefusal | 'not_a_mobile';

export const PHONE_REFUSAL_WORDS: Readonly<Record<MobileRefusal, string>> = {
  empty: 'Enter a phone number',
  characters: 'Phone number must only use numbers, spaces, brackets and a plus sign',
  more_than_one: 'Enter one phone number only',
  not_a_uk_number: 'Enter a UK phone number, like 0116 496 0000 or 07700 900 982',
  not_a_mobile: 'Enter a UK mobile number, like 07700 900 982',
};

// Ofcom's plan: 01 and 02 places, 03 and 08 non-geographic, 07 mobile; a few 01 and 0800 are shorter.
const NATIONAL = /^(?:[1-3][0-9]{9}|7[0-9]{9}|8[0-9]{9}|1[0-9]{8}|800[0-9]{6,7}|8001111)$/;
// 070 is personal numbering and 076 paging, which cost more; 07624 is the Isle of Man's mobiles.
const MOBILE = /^7(?:[1-57-9][0-9]{8}|624[0-9]{6})$/;

/** A UK number as `+44` and digits (E.164), however it is spaced, with 0, +44, 0044 or +44 (0). */
export function normalisePhone(text: string): Outcome<{ phone: string }, PhoneRefusal> {
  const typed = text.trim();
  if (typed === '') return refuse('empty');
  if (/[,;/]/.test(typed) || typed.lastIndexOf('+') > 0) return refuse('more_than_one');
  if (!/^\+?[0-9 \u00A0().\u2010-\u2015-]+$/.test(typed)) return refuse('characters');
  const digits = typed.replace(/[^0-9+]/g, '');
  const national = /^(?:\+44|0044)0?([0-9]+)$|^0([0-9]+)$/.exec(digits);
  const number = national?.[1] ?? national?.[2] ?? '';
  return NATIONAL.test(number) ? ok({ phone: `+44${number}` }) : refuse('not_a_uk_number');
}

/** As `normalisePhone`, for a number that a text message can reach. */
export function normaliseMobile(text: string): Outcome<{ mobile: string }, MobileRefusal> {
  const read = normalisePhone(text);
  if (!read.ok) return read;
  return MOBILE.test(read.phone.slice(3)) ? ok({ mobile: read.phone }) : refuse('not_a_mobile');
}

const PRINTED: readonly (readonly [shape: RegExp, spaced: string])[] = [
  [/^(7\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3'],
  [/^(2\d)(\d{4})(\d{4})$/, '0$1 $2 $3'],
  [/^(11\d|1\d1)(\d{3})(\d{4})$/, '0$1 $2 $3'],
  [/^(1\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3'],
  [/^(1\d{3})(\d{5})$/, '0$1 $2'],
  [/^([38]\d{2})(\d{3})(\d{4})$/, '0$1 $2 $3'],
  [/^(800)(\d{4}|\d{6})$/, '0$1 $2'],
];

/** As people read it out: `07700 900 982`, `0116 496 0000`, `01632 960 001`; others unchanged. */
export function formatPhone(phone: string): string {
  if (!phone.startsWith('+44')) return phone;
  const national = phone.slice(3);
  const found = PRINTED.find(([shape]) => shape.test(national));
  return found ? national.replace(found[0], found[1]) : `0${national}`;
}
