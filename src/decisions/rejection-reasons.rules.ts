import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import { renderLine } from '../wording/render-template.rules.js';
import { parseTemplate } from '../wording/template.rules.js';
export { isReasonCode, type ReasonCode } from './reason-catalogue.rules.js';
import { isOffered, type ReasonCatalogue, type ReasonCode } from './reason-catalogue.rules.js';
import type { ReasonFacts, ReasonTerms } from './reason-terms.rules.js';
import { REASON_VOCABULARY, reasonValues } from './reason-vocabulary.rules.js';

/** The most characters of an officer's own words; they are sent to the resident. */
export const MOST_REASON_WORDS = 1000;

/** A reason as an officer chose it. `words` only where the reason needs them. */
export interface ChosenReason {
  code: ReasonCode;
  /** Null for a reason about the application. */
  paperKind: PaperKind | null;
  /** Which paper, where there are two of a kind; null for a reason about the application. */
  paperId: string | null;
  words: string | null;
}

/** One reason as the resident reads it. `words` is what the decision keeps. */
export interface ReasonInWords {
  code: ReasonCode;
  paperKind: PaperKind | null;
  words: string;
  bring: string;
  /** True when the words are the officer's own. */
  isOwnWords: boolean;
  /** Which version of the council's words it is. */
  version: number;
}

export type ReasonRefusal =
  | 'no_reason'
  | 'reason_twice'
  | 'words_missing'
  | 'words_too_long'
  | 'paper_missing'
  | 'not_for_this_paper'
  | 'not_offered';

export const REASON_REFUSAL_WORDS: Readonly<Record<ReasonRefusal, string>> = {
  no_reason: 'Choose at least one reason',
  reason_twice: 'Choose each reason only once for the same paper',
  words_missing: 'Write the reason in your own words',
  words_too_long: `Your own words must be ${MOST_REASON_WORDS.toLocaleString('en-GB')} characters or fewer`,
  paper_missing: 'Say which paper the reason is about',
  not_for_this_paper: 'Choose a reason that fits this kind of paper',
  not_offered: 'One of the reasons is no longer used: choose another',
};

/** The terms of a reason of this catalogue. @throws for a code that was never in it */
export function reasonTerms({ reasons }: ReasonCatalogue, code: ReasonCode): ReasonTerms {
  const terms = reasons.get(code);
  if (!terms) throw new Error('No such reason: ask isReasonCode before.');
  return terms;
}

/** Names a reason in a form: the code, and the paper it is about. */
export function reasonKey({ code, paperKind, paperId }: Omit<ChosenReason, 'words'>): string {
  return [code, paperId ?? paperKind].filter(Boolean).join(':');
}

/** The first thing wrong with what was chosen; `at` is its place in the list, from 0. */
export function checkReasons(
  catalogue: ReasonCatalogue,
  chosen: readonly ChosenReason[],
): Outcome<{ reasons: readonly ChosenReason[] }, ReasonRefusal, { at: number }> {
  if (chosen.length === 0) return refuse('no_reason', { at: 0 });
  const seen = new Set<string>();
  for (const [at, reason] of chosen.entries()) {
    const refusal = seen.has(reasonKey(reason)) ? 'reason_twice' : checkReason(catalogue, reason);
    if (refusal) return refuse(refusal, { at });
    seen.add(reasonKey(reason));
  }
  return ok({ reasons: chosen });
}

/** The reason in words, from the catalogue or, where it needs them, in the officer's own. */
export function describeReason(
  catalogue: ReasonCatalogue,
  chosen: ChosenReason,
  facts: ReasonFacts,
): ReasonInWords {
  const terms = reasonTerms(catalogue, chosen.code);
  const about = { ...facts, paperKind: chosen.paperKind };
  const own = terms.needsWords ? (chosen.words?.trim() ?? '') : '';
  return {
    code: chosen.code,
    paperKind: chosen.paperKind,
    words: own || inWords(terms.wording, about),
    bring: inWords(terms.bring, about),
    isOwnWords: own !== '',
    version: terms.version,
  };
}

/** The reasons that may be given of a paper of this kind; null gives those about the application. */
export function reasonsFor(catalogue: ReasonCatalogue, kind: PaperKind | null): ReasonCode[] {
  return [...catalogue.reasons]
    .filter(([, terms]) => isOffered(terms, catalogue) && fits(terms, kind))
    .map(([code]) => code);
}

/**
 * The reasons for asking for one paper of this kind again ("fix only this"); null gives those
 * for a paper that never came.
 */
export function requestableReasons(
  catalogue: ReasonCatalogue,
  kind: PaperKind | null,
): ReasonCode[] {
  return reasonsFor(catalogue, kind).filter((code) => reasonTerms(catalogue, code).canAskAgain);
}

function checkReason(
  catalogue: ReasonCatalogue,
  { code, paperKind, words }: ChosenReason,
): ReasonRefusal | null {
  const terms = reasonTerms(catalogue, code);
  if (!isOffered(terms, catalogue)) return 'not_offered';
  if (terms.appliesTo === 'paper' && paperKind === null) return 'paper_missing';
  if (!fits(terms, paperKind)) return 'not_for_this_paper';
  if (!terms.needsWords) return null;
  const length = words?.trim().length ?? 0;
  if (length === 0) return 'words_missing';
  return length > MOST_REASON_WORDS ? 'words_too_long' : null;
}

function fits(terms: ReasonTerms, kind: PaperKind | null): boolean {
  if (kind === null) return terms.appliesTo === 'application';
  if (terms.appliesTo === 'application') return false;
  return terms.paperKinds?.includes(kind) ?? true;
}

/** Only faultless words are published, so a fault here is a row that was altered by hand. */
function inWords(template: string, facts: ReasonFacts): string {
  const read = parseTemplate(template, REASON_VOCABULARY);
  if (!read.ok) throw new Error('The words of a reason cannot be read.');
  return renderLine(read.nodes, reasonValues(facts));
}
