import { ok, refuse, type Outcome } from './outcome.js';

export type PostcodeRefusal = 'empty' | 'not_a_postcode';

export const POSTCODE_REFUSAL_WORDS: Readonly<Record<PostcodeRefusal, string>> = {
  empty: 'Enter a postcode',
  not_a_postcode: 'Enter a full UK postcode, like LE3 8RA',
};

// Royal Mail's outward codes: A9, A99, A9A, AA9, AA99, AA9A, with the letters each place allows.
const OUTWARD = [
  '[A-PR-UWYZ][0-9]{1,2}',
  '[A-PR-UWYZ][0-9][ABCDEFGHJKPSTUW]',
  '[A-PR-UWYZ][A-HK-Y][0-9]{1,2}',
  '[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY]',
].join('|');
const POSTCODE = new RegExp(`^(?:(GIR)(0AA)|(${OUTWARD})([0-9][ABD-HJLNP-UW-Z]{2}))$`);

/** Capitals and one space: `le38ra` becomes `LE3 8RA`. The shape is checked, not whether it exists. */
export function normalisePostcode(text: string): Outcome<{ postcode: string }, PostcodeRefusal> {
  const typed = text.trim();
  if (typed === '') return refuse('empty');
  // Checked before capitals are made: capitals turn a few foreign letters into plain ones.
  if (!/^[A-Za-z0-9 \t\u00A0-]+$/.test(typed)) return refuse('not_a_postcode');
  const squeezed = typed.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  const [, girobank, girobankInward, outward, inward] = POSTCODE.exec(squeezed) ?? [];
  if (girobank) return ok({ postcode: `${girobank} ${girobankInward}` });
  return outward ? ok({ postcode: `${outward} ${inward}` }) : refuse('not_a_postcode');
}

/** True for a UK postcode, however it is spaced and cased. */
export function isPostcode(text: string): boolean {
  return normalisePostcode(text).ok;
}

/** As on an envelope, `LE3 8RA`; what is no postcode is left as typed. */
export function formatPostcode(text: string): string {
  const read = normalisePostcode(text);
  return read.ok ? read.postcode : text;
}
