import { ok, refuse, type Outcome } from '../shared/outcome.js';

export type UprnRefusal = 'empty' | 'not_digits' | 'too_long' | 'rounded_by_spreadsheet';

export const UPRN_REFUSAL_WORDS: Readonly<Record<UprnRefusal, string>> = {
  empty: 'Enter a UPRN',
  not_digits: 'A UPRN has digits only',
  too_long: 'A UPRN has 12 digits at most',
  rounded_by_spreadsheet:
    'A spreadsheet has rounded this UPRN: format the column as text and export it again',
};

/**
 * The one form in which a UPRN is kept: digits as text, without spaces or leading zeros, so that
 * a padded one names the same property (R-UPRN-1).
 */
export function normaliseUprn(text: string): Outcome<{ uprn: string }, UprnRefusal> {
  const typed = text.trim();
  if (/^\d+(?:\.\d+)?e\+?\d+$/i.test(typed)) return refuse('rounded_by_spreadsheet');
  if (typed !== '' && !/^\d+$/.test(typed)) return refuse('not_digits');
  const uprn = typed.replace(/^0+/, '');
  if (uprn === '') return refuse(typed === '' ? 'empty' : 'not_digits');
  return uprn.length > 12 ? refuse('too_long') : ok({ uprn });
}
