import {
  readReasonTerms,
  type ReasonCatalogue,
} from '../../src/decisions/reason-catalogue.rules.js';
import type { LetterWordings } from '../../src/letters/letter-vocabulary.rules.js';
import { FIRST_ANOTHER_WAY_LETTER } from '../../src/migrations/first-wording/another-way-letter.js';
import { FIRST_EXCEPTION_LETTERS } from '../../src/migrations/first-wording/exception-letters.js';
import { FIRST_LETTERS } from '../../src/migrations/first-wording/letters.js';
import { FIRST_PAYMENT_LETTER } from '../../src/migrations/first-wording/payment-letter.js';
import { FIRST_REASONS } from '../../src/migrations/first-wording/reasons.js';
import { LETTERS_WITH_STATUS_LINK } from '../../src/migrations/first-wording/status-link.js';
import { localDate, type LocalDate } from '../../src/shared/london-date.js';

/** The council's words as the first migration sets them. */
export const FIRST_WORDINGS = Object.fromEntries(
  Object.entries({
    ...FIRST_LETTERS,
    ...LETTERS_WITH_STATUS_LINK,
    ...FIRST_EXCEPTION_LETTERS,
    payment_requested: FIRST_PAYMENT_LETTER,
    paid_another_way: FIRST_ANOTHER_WAY_LETTER,
  }).map(([kind, { subject, body, text }]) => [
    kind,
    {
      version: kind in LETTERS_WITH_STATUS_LINK ? 2 : 1,
      subject,
      body: body.join('\n\n'),
      text: text.join('\n\n'),
    },
  ]),
) as LetterWordings;

/** The reasons as the first migration sets them, on a day, for an application of any type. */
export function firstCatalogue(on: LocalDate = localDate('2026-11-20')): ReasonCatalogue {
  return {
    on,
    permitTypeCode: null,
    reasons: new Map(FIRST_REASONS.map(({ code, content }) => [code, readReasonTerms(content, 1)])),
  };
}

export const FIRST_REASON_CODES: readonly string[] = FIRST_REASONS.map(({ code }) => code);
