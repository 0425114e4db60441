import { type ReasonCatalogue, isReasonCode } from '../decisions/reason-catalogue.rules.js';
import type { ChosenReason } from '../decisions/rejection-reasons.rules.js';
import type { LetterWordings } from '../letters/letter-vocabulary.rules.js';

interface WordsInForce {
  wordings: Pick<LetterWordings, 'application_rejected'>;
  catalogue: ReasonCatalogue;
}

/**
 * Names the council's words that the letters of a run are made of. A run keeps it, so that no letter
 * goes in other words than those of the sample that was read (U7.1).
 */
export function wordsKey(
  { wordings, catalogue }: WordsInForce,
  reasons: readonly ChosenReason[],
): string {
  const versions = reasons.map(({ code }) => catalogue.reasons.get(code)?.version ?? 0);
  return [wordings.application_rejected.version, ...versions].join('.');
}

/** The reasons about the application behind the ticked boxes; what the catalogue lacks is left out. */
export function chosenReasons(
  codes: readonly string[],
  words: string,
  catalogue: ReasonCatalogue,
): ChosenReason[] {
  return codes.flatMap((code) => {
    if (!isReasonCode(catalogue, code)) return [];
    const own = catalogue.reasons.get(code)?.needsWords ? words : null;
    return [{ code, paperKind: null, paperId: null, words: own }];
  });
}
