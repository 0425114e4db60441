import type { CaseFile } from '../case-file/case-file.queries.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import { reasonFactsOf } from '../case-file/reason-facts.js';
import {
  type ChosenReason,
  describeReason,
  type ReasonInWords,
} from '../decisions/rejection-reasons.rules.js';
import { statusLinkFor } from '../case-file/status-link-for.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { composeRejection } from '../letters/rejection-letter.rules.js';
import { londonDateOf } from '../shared/london-date.js';

/** Each reason in the words the resident gets, with what to bring next time (R-REJ-1). */
export function describeReasons(
  file: CaseFile,
  reasons: readonly ChosenReason[],
  now: Date,
): ReasonInWords[] {
  const today = londonDateOf(now);
  return reasons.map((reason) =>
    describeReason(file.catalogue, reason, reasonFactsOf(file, reason, today)),
  );
}

interface Rejecting {
  file: CaseFile;
  reasons: readonly ChosenReason[];
  council: CouncilFacts;
  now: Date;
}

/** The letter as it is previewed and as it is sent: the same facts, the same words (U7.1). */
export function rejectionLetter({ file, reasons, council, now }: Rejecting): LetterContent {
  return composeRejection({
    ...{ council, statusLink: statusLinkFor(file, council) },
    reference: file.application.reference,
    permitTypeName: file.permitType.name,
    wordings: file.wordings,
    reasons: describeReasons(file, reasons, now),
    money: moneyOf(file.payment, file.commands),
  });
}
