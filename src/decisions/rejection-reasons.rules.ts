import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import { APPLICATION_REASONS } from './application-reasons.rules.js';
import { PAPER_REASONS } from './paper-reasons.rules.js';
import type { ReasonFacts, ReasonTerms } from './reason-terms.rules.js';

/** The catalogue: every reason an officer may give, about a paper or about the application (R-REJ-1). */
export const REJECTION_REASONS = { ...PAPER_REASONS, ...APPLICATION_REASONS } as const;

export type ReasonCode = keyof typeof REJECTION_REASONS;
export const REASON_CODES = Object.keys(REJECTION_REASONS) as readonly ReasonCode[];

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
}

export type ReasonRefusal =
  | 'no_reason'
  | 'reason_twice'
  | 'words_missing'
  | 'words_too_long'
  | 'paper_missing'
  | 'not_for_this_paper';

export const REASON_REFUSAL_WORDS: Readonly<Record<ReasonRefusal, string>> = {
  no_reason: 'Choose at least one reason',
  reason_twice: 'Choose each reason only once for the same paper',
  words_missing: 'Write the reason in your own words',
  words_too_long: `Your own words must be ${MOST_REASON_WORDS.toLocaleString('en-GB')} characters or fewer`,
  paper_missing: 'Say which paper the reason is about',
  not_for_this_paper: 'Choose a reason that fits this kind of paper',
};

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(REJECTION_REASONS, code);
}

/** The same table without its literal types, for reading one reason's terms. */
export function reasonTerms(code: ReasonCode): ReasonTerms {
  return REJECTION_REASONS[code];
}

/** Names a reason in a form: the code, and the paper it is about. */
export function reasonKey({ code, paperKind, paperId }: Omit<ChosenReason, 'words'>): string {
  return [code, paperId ?? paperKind].filter(Boolean).join(':');
}

/** The first thing wrong with what was chosen; `at` is its place in the list, from 0. */
export function checkReasons(
  chosen: readonly ChosenReason[],
): Outcome<{ reasons: readonly ChosenReason[] }, ReasonRefusal, { at: number }> {
  if (chosen.length === 0) return refuse('no_reason', { at: 0 });
  const seen = new Set<string>();
  for (const [at, reason] of chosen.entries()) {
    const refusal = seen.has(reasonKey(reason)) ? 'reason_twice' : checkReason(reason);
    if (refusal) return refuse(refusal, { at });
    seen.add(reasonKey(reason));
  }
  return ok({ reasons: chosen });
}

/** The reason in words, from the catalogue or, where it needs them, in the officer's own. */
export function describeReason(chosen: ChosenReason, facts: ReasonFacts): ReasonInWords {
  const terms = reasonTerms(chosen.code);
  const about = { ...facts, paperKind: chosen.paperKind };
  const own = terms.needsWords ? (chosen.words?.trim() ?? '') : '';
  return {
    code: chosen.code,
    paperKind: chosen.paperKind,
    words: own || terms.wording(about),
    bring: terms.bringNextTime(about),
    isOwnWords: own !== '',
  };
}

/** The reasons that fit a paper of this kind; null gives those about the application. */
export function reasonsFor(kind: PaperKind | null): ReasonCode[] {
  return REASON_CODES.filter((code) => fits(reasonTerms(code), kind));
}

/**
 * The reasons for asking for one paper of this kind again ("fix only this"); null gives those
 * for a paper that never came.
 */
export function requestableReasons(kind: PaperKind | null): ReasonCode[] {
  return reasonsFor(kind).filter((code) => reasonTerms(code).canAskAgain);
}

function checkReason({ code, paperKind, words }: ChosenReason): ReasonRefusal | null {
  const terms = reasonTerms(code);
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
