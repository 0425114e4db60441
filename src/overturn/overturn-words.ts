import type { CaseFile } from '../case-file/case-file.queries.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { composeReopened } from '../letters/looked-again-letters.rules.js';

/** The letter as it is previewed and as it is sent: the same facts, the same words (U7.1). */
export function reopenedLetter(
  { application, permitType, payment, commands }: CaseFile,
  reason: string,
  council: CouncilFacts,
): LetterContent {
  return composeReopened({
    council,
    reference: application.reference,
    permitTypeName: permitType.name,
    isAsked: false,
    reason,
    money: moneyOf(payment, commands),
  });
}
