import {
  type ChosenReason,
  isReasonCode,
  reasonTerms,
} from '../decisions/rejection-reasons.rules.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';

/**
 * The reasons behind the ticked boxes, in the order of the form. A value that names no reason of
 * the catalogue, or no paper of this case, is left out: the check then says that none was chosen.
 */
export function chosenReasons(
  values: readonly string[],
  words: string,
  papers: readonly { paperId: string; kind: PaperKind }[],
): ChosenReason[] {
  return values.flatMap((value) => {
    const [code = '', paperId = null] = value.split(':');
    if (!isReasonCode(code)) return [];
    const paper = papers.find((known) => known.paperId === paperId);
    if (paperId !== null && !paper) return [];
    const ownWords = reasonTerms(code).needsWords ? words.trim() : null;
    return [{ code, paperKind: paper?.kind ?? null, paperId, words: ownWords }];
  });
}
