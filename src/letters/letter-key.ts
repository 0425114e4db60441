import { createHash } from 'node:crypto';
import { letterBody, type LetterContent } from './letter-content.rules.js';

/**
 * Names a letter by its very words. A check page carries it, and nothing is sent that differs from
 * what was read there by a single character (U7.1): new words, another day or another sum show the
 * page again.
 */
export function letterKey(content: LetterContent): string {
  const words = [content.subject, letterBody(content), content.text].join('\u0000');
  return createHash('sha256').update(words).digest('hex').slice(0, 32);
}

/** True when the letter is the one that was read; null where nobody read one, as in a program. */
export function isLetterShown(content: LetterContent, shown: string | null): boolean {
  return shown === null || shown === letterKey(content);
}

export const LETTER_CHANGED =
  'The letter has changed since you checked it: read it again before you send it';
