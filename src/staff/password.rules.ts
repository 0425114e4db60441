import { type Outcome, ok, refuse } from '../shared/outcome.js';
import { OBVIOUS_WORDS } from './obvious-passwords.rules.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

export type PasswordRefusal = 'too_short' | 'too_long' | 'obvious' | 'contains_email';

export const passwordRefusals: Record<PasswordRefusal, string> = {
  too_short: `The password must have at least ${SHORTEST_PASSWORD} characters`,
  too_long: `The password must have at most ${LONGEST_PASSWORD} characters`,
  obvious: 'That password is easy to guess. Choose another, such as four words of your own',
  contains_email: 'The password must not contain the email address or its name',
};

/** Any characters, blanks and emoji too, in any mixture: only length and guessability count. */
export function checkPassword(password: string, email: string): Outcome<unknown, PasswordRefusal> {
  const length = [...password.normalize('NFC')].length;
  if (length < SHORTEST_PASSWORD) return refuse('too_short');
  if (length > LONGEST_PASSWORD) return refuse('too_long');
  if (containsEmail(password, email)) return refuse('contains_email');
  return isObvious(password) ? refuse('obvious') : ok();
}

function containsEmail(password: string, email: string): boolean {
  const typed = password.toLowerCase();
  const [name = ''] = email.toLowerCase().split('@');
  return typed.includes(email.toLowerCase()) || (name.length >= 5 && typed.includes(name));
}

const LETTER_FOR: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
};

const BY_LENGTH = [...OBVIOUS_WORDS].sort((one, other) => other.length - one.length);

/** What is left without obvious words, digits, signs and repetition must still be something. */
function isObvious(password: string): boolean {
  if (new Set(password).size < 5 || isRun(password)) return true;
  const plain = password.toLowerCase();
  const letters = [...plain].map((sign) => LETTER_FOR[sign] ?? sign).join('');
  return [plain, letters].some((text) => leftOver(text).size < 4);
}

function leftOver(text: string): Set<string> {
  const without = BY_LENGTH.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return new Set(without.replace(/[^\p{L}\p{Extended_Pictographic}]/gu, ''));
}

/** 123456789012, zyxwvutsrqpo: each character is the next one of the one before. */
function isRun(password: string): boolean {
  const codes = [...password].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1;
}
