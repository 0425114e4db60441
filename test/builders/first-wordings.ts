import type { LetterWordings } from '../../src/letters/letter-vocabulary.rules.js';
import { FIRST_LETTERS } from '../../src/migrations/first-wording/letters.js';

/** The council's words as the first migration sets them. */
export const FIRST_WORDINGS = Object.fromEntries(
  Object.entries(FIRST_LETTERS).map(([kind, { subject, body, text }]) => [
    kind,
    { version: 1, subject, body: body.join('\n\n'), text: text.join('\n\n') },
  ]),
) as LetterWordings;
