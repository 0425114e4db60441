import type { CaseFile } from '../case-file/case-file.queries.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import { statusLinkFor } from '../case-file/status-link-for.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { composeWithdrawal } from '../letters/withdrawal-letter.rules.js';

/** The letter as it is previewed and as it is sent: the same facts, the same words (U7.1). */
export function withdrawalLetter(
  file: CaseFile,
  reason: string,
  council: CouncilFacts,
): LetterContent {
  const { wordings, application, permitType, payment, commands } = file;
  return composeWithdrawal({
    ...{ council, statusLink: statusLinkFor(file, council) },
    reference: application.reference,
    permitTypeName: permitType.name,
    wordings,
    reason,
    money: moneyOf(payment, commands),
  });
}
