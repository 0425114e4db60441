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

const FIRST_HALF = new RegExp(`^(?:${OUTWARD})$`);
const MOST_PARTS = 3;

/**
 * How the postcodes start that a part of one may mean: `LE11 5` starts like itself; `LE11` is the
 * first half `LE11 ` or the sector `LE1 1`. Empty when no postcode starts like this.
 */
export function postcodeStarts(text: string): string[] {
  const typed = text.trim();
  if (!/^[A-Za-z0-9]{2,4}[ \t\u00A0]*[A-Za-z0-9]{0,3}$/.test(typed)) return [];
  const capitals = typed.toUpperCase();
  const [before = '', after] = capitals.split(/[ \t\u00A0]+/);
  if (after !== undefined) return startOf(before, after);
  const splits = [0, 1, 2, 3].map((inward) => capitals.length - inward);
  const starts = splits.flatMap((at) => startOf(capitals.slice(0, at), capitals.slice(at)));
  return [...new Set(starts)].slice(0, MOST_PARTS);
}

function startOf(outward: string, inward: string): string[] {
  const fits = FIRST_HALF.test(outward) && /^(?:[0-9][ABD-HJLNP-UW-Z]{0,2})?$/.test(inward);
  return fits ? [`${outward} ${inward}`] : [];
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
