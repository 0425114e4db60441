import { ok, refuse, type Outcome } from './outcome.js';

export type EmailRefusal = 'empty' | 'line_break' | 'more_than_one' | 'too_long' | 'not_an_email';

export const EMAIL_REFUSAL_WORDS: Readonly<Record<EmailRefusal, string>> = {
  empty: 'Enter an email address',
  line_break: 'Email address must be on one line',
  more_than_one: 'Enter one email address only',
  too_long: 'Email address must be 254 characters or fewer',
  not_an_email: 'Enter an email address in the correct format, like name@example.com',
};

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/;

/**
 * One plain address, its domain in small letters; the part before the @ stays as typed, for some
 * servers tell capitals apart there. A line break would let a letter's headers be forged.
 */
export function normaliseEmail(text: string): Outcome<{ email: string }, EmailRefusal> {
  if (/[\r\n\u0085\u2028\u2029]/.test(text)) return refuse('line_break');
  const typed = text.trim();
  if (typed === '') return refuse('empty');
  if (typed.length > 254) return refuse('too_long');
  if (typed.split('@').length > 2 || /@.*[,;\s]\s*\S/.test(typed)) return refuse('more_than_one');
  const [local = '', domain = ''] = typed.split('@');
  const fits = local.length <= 64 && LOCAL_PART.test(local) && DOMAIN.test(domain);
  return fits ? ok({ email: `${local}@${domain.toLowerCase()}` }) : refuse('not_an_email');
}

/** The same for two spellings of one address; for comparing a sender with a resident (R-MAIL-2). */
export function emailMatchKey(email: string): string {
  return email.toLowerCase();
}
