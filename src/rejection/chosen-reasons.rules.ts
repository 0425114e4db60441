import type { ReasonCatalogue } from '../decisions/reason-catalogue.rules.js';
import {
  type ChosenReason,
  isReasonCode,
  reasonTerms,
} from '../decisions/rejection-reasons.rules.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';

/** What the officer wrote: about the application, and about single papers by their id. */
export interface OwnWords {
  words: string;
  paperWords: Readonly<Record<string, string>>;
}

/** What the case offers: its reasons and its papers. */
interface Choosable {
  catalogue: ReasonCatalogue;
  papers: readonly { paperId: string; kind: PaperKind }[];
}

/**
 * The reasons behind the ticked boxes, in the order of the form. A value that names no reason of
 * the catalogue, or no paper of this case, is left out: the check then says that none was chosen.
 */
export function chosenReasons(
  values: readonly string[],
  own: OwnWords,
  { catalogue, papers }: Choosable,
): ChosenReason[] {
  return values.flatMap((value) => {
    const [code = '', paperId = null] = value.split(':');
    if (!isReasonCode(catalogue, code)) return [];
    const paper = papers.find((known) => known.paperId === paperId);
    if (paperId !== null && !paper) return [];
    const words = reasonTerms(catalogue, code).needsWords ? wordsAbout(paperId, own).trim() : null;
    return [{ code, paperKind: paper?.kind ?? null, paperId, words }];
  });
}

/** Own words about the application that no ticked reason would send: they are not dropped silently. */
export function hasUnusedWords(values: readonly string[], { words }: OwnWords): boolean {
  return words.trim() !== '' && !values.includes('other');
}

/** The field that a fault of a paper's own words belongs to. */
export function paperWordsField(paperId: string): string {
  return `paper-words-${paperId}`;
}

function wordsAbout(paperId: string | null, { words, paperWords }: OwnWords): string {
  if (paperId === null) return words;
  return Object.hasOwn(paperWords, paperId) ? (paperWords[paperId] ?? '') : '';
}
