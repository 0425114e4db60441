import type { CaseFile } from '../case-file/case-file.queries.js';
import { reasonFactsOf } from '../case-file/reason-facts.js';
import { describeReason } from '../decisions/rejection-reasons.rules.js';
import { oldestAcceptableOn } from '../evidence/freshness.rules.js';
import type { RequestedItem } from '../evidence-requests/requested-item.rules.js';
import type { LocalDate } from '../shared/london-date.js';
import type { ChosenPaper } from './ask-again.rules.js';

/** The items as they are kept and sent; ages count to the last day, so a late answer is not caught out. */
export function requestedItems(
  file: CaseFile,
  chosen: readonly ChosenPaper[],
  answerByOn: LocalDate,
): RequestedItem[] {
  return chosen.map(({ paper, reason, added }, index) => {
    const told = describeReason(file.catalogue, reason, reasonFactsOf(file, reason, answerByOn));
    const [firstKind] = paper.acceptedKinds;
    const dated = paper.paperKind ?? firstKind;
    return {
      id: String(index + 1),
      label: paper.label,
      paperId: paper.paperId,
      paperKind: paper.paperKind,
      acceptedKinds: [...paper.acceptedKinds],
      reason: reason.code,
      words: added === null ? told.words : `${told.words} ${added}`,
      bring: told.bring,
      acceptableFromOn: dated === undefined ? null : oldestAcceptableOn(dated, answerByOn),
      receivedPaperIds: [],
      cannotSend: null,
    };
  });
}
