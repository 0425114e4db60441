import type { CaseFile } from '../case-file/case-file.queries.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import type { ReviewOutcome } from '../decision-reviews/decision-review.rules.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import {
  composeReopened,
  composeReviewOpened,
  composeReviewUpheld,
} from '../letters/looked-again-letters.rules.js';
import type { LocalDate } from '../shared/london-date.js';

/** The letters as they are previewed and as they are sent: the same facts, the same words (U7.1). */
export function reviewOpenedLetter(
  file: CaseFile,
  answerByOn: LocalDate,
  council: CouncilFacts,
): LetterContent {
  return composeReviewOpened({ ...factsOf(file, council), answerByOn });
}

export function reviewAnswerLetter(
  file: CaseFile,
  { outcome, reasons }: { outcome: ReviewOutcome; reasons: string },
  council: CouncilFacts,
): LetterContent {
  const facts = { ...factsOf(file, council), money: moneyOf(file.payment, file.commands) };
  return outcome === 'overturned'
    ? composeReopened({ ...facts, isAsked: true, reason: reasons })
    : composeReviewUpheld({ ...facts, reasons });
}

function factsOf({ application, permitType }: CaseFile, council: CouncilFacts) {
  const { reference } = application;
  return { council, reference, permitTypeName: permitType.name };
}
