import { ok, refuse, type Outcome } from './outcome.js';

/** Money is whole pence (R-PRI-2): ten per cent of £25 is £27.50, and no float holds that safely. */
export type Pence = number;

export type PoundsRefusal =
  'empty' | 'negative' | 'not_an_amount' | 'part_of_a_penny' | 'pence_need_two_digits' | 'too_much';

/** Sentences for an error message; each follows the name of the field or stands alone. */
export const POUNDS_REFUSAL_WORDS: Readonly<Record<PoundsRefusal, string>> = {
  empty: 'Enter an amount in pounds, like 27.50',
  negative: 'The amount must not be less than nothing',
  not_an_amount: 'Enter an amount in pounds using only numbers, like 27.50',
  part_of_a_penny: 'The amount must not have more than 2 digits after the point',
  pence_need_two_digits: 'Write the pence with 2 digits, like 27.50',
  too_much: 'The amount must be less than £10,000,000',
};

/** Largest amount accepted from a person: £9,999,999.99, which a 32-bit column still holds. */
export const MOST_PENCE: Pence = 999_999_999;

export function isPence(value: unknown): value is Pence {
  return Number.isSafeInteger(value);
}

/** @throws RangeError when the number is not a whole number of pence. */
export function assertPence(value: number): Pence {
  if (!isPence(value)) throw new RangeError('Money must be a whole number of pence');
  return value;
}

/** `£27.50`, `£55`, `£1,234.50`, `-£5`. @throws RangeError unless whole pence. */
export function formatPounds(pence: Pence): string {
  const amount = Math.abs(assertPence(pence));
  const pounds = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const odd = amount % 100;
  const sign = pence < 0 ? '-' : '';
  return `${sign}£${pounds}${odd === 0 ? '' : `.${String(odd).padStart(2, '0')}`}`;
}

const WHOLE_POUNDS = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;

/**
 * Reads an amount a person typed: `55`, `27.50`, `£1,234.50`. Nothing is rounded, and `27.5` is
 * sent back rather than guessed, because a digit may have been lost.
 */
export function parsePounds(text: string): Outcome<{ pence: Pence }, PoundsRefusal> {
  const typed = text.trim();
  if (typed === '' || typed === '£') return refuse('empty');
  if (/^(?:£ ?)?[-\u2212\u2013]|^\(.*\)$/.test(typed)) return refuse('negative');
  const [pounds = '', ...rest] = typed.replace(/^£ ?/, '').split('.');
  if (rest.length > 1 || !WHOLE_POUNDS.test(pounds)) return refuse('not_an_amount');
  const odd = rest[0] ?? '00';
  if (!/^\d+$/.test(odd)) return refuse('not_an_amount');
  if (odd.length === 1) return refuse('pence_need_two_digits');
  if (odd.length > 2) return refuse('part_of_a_penny');
  const pence = Number(pounds.replaceAll(',', '')) * 100 + Number(odd);
  return pence > MOST_PENCE ? refuse('too_much') : ok({ pence });
}
