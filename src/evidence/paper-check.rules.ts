import {
  PAPER_FACT_LABELS,
  type PaperFact,
  type PaperKind,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import type { LocalDate } from '../shared/london-date.js';
import { checkFreshness } from './freshness.rules.js';

export const FACT_MARKS = [
  'matches',
  'acceptable_variation',
  'does_not_match',
  'cannot_tell',
] as const;
export type FactMark = (typeof FACT_MARKS)[number];

export const FACT_MARK_LABELS: Readonly<Record<FactMark, string>> = {
  matches: 'Matches',
  acceptable_variation: 'Acceptable variation',
  does_not_match: 'Does not match',
  cannot_tell: 'Cannot tell',
};

/** What an officer found of one fact on one paper; a variation says why (R-V5C-7). */
export interface MarkedFact {
  mark: FactMark;
  why: string | null;
}

export const PAPER_VERDICTS = ['accept', 'ask_again', 'not_needed', 'undecided'] as const;
export type PaperVerdict = (typeof PAPER_VERDICTS)[number];

export const PAPER_VERDICT_LABELS: Readonly<Record<PaperVerdict, string>> = {
  accept: 'Accept this paper',
  ask_again: 'Ask for it again',
  not_needed: 'Not needed',
  undecided: 'Not decided yet',
};

/** The same verdicts once given: what a paper is, not what to do with it. */
export const PAPER_VERDICT_STATES: Readonly<Record<PaperVerdict, string>> = {
  accept: 'Accepted',
  ask_again: 'To be asked for again',
  not_needed: 'Not needed',
  undecided: 'Not decided yet',
};

/** An officer's check of one paper, as the form gives it. */
export interface PaperFindings {
  kind: PaperKind;
  receivedOn: LocalDate;
  verdict: PaperVerdict;
  marks: Partial<Record<PaperFact, MarkedFact>>;
  datedOn: LocalDate | null;
  termFromOn: LocalDate | null;
  termToOn: LocalDate | null;
  /** The last four digits of a V5C's or slip's reference, once it was typed in full. */
  referenceLast4: string | null;
}

/** One thing in the way of the verdict: the field it belongs to, and what to do in words. */
export interface Objection {
  field: PaperFact;
  code:
    | 'unmarked'
    | 'does_not_match'
    | 'cannot_tell'
    | 'variation_needs_why'
    | 'date_missing'
    | 'too_old'
    | 'in_future'
    | 'expired'
    | 'term_missing'
    | 'term_over'
    | 'reference_missing';
  words: string;
}

/**
 * Everything in the way of accepting this paper; empty when it may be accepted (R-EV-1, R-EV-3).
 * A date out of time can still be accepted, but only as a variation that says why.
 */
export function objectionsToAccepting(findings: PaperFindings): Objection[] {
  const { facts } = paperKindTerms(findings.kind);
  return facts.flatMap((fact) => [
    ...markObjections(fact, findings),
    ...contentObjections(fact, findings),
  ]);
}

/** The facts nobody has marked become matches: what “all match” says, and no more than that. */
export function markRestAsMatching(findings: PaperFindings): PaperFindings {
  const { facts } = paperKindTerms(findings.kind);
  const unmarked = facts.filter((fact) => !findings.marks[fact]);
  const matching = unmarked.map((fact) => [fact, { mark: 'matches', why: null }] as const);
  return { ...findings, marks: { ...findings.marks, ...Object.fromEntries(matching) } };
}

/**
 * What is left of a check when one declared fact changes: that fact's mark was about the old one,
 * and an acceptance that rested on it is open again. The same check when it had no such mark.
 */
export function withoutMark<Check extends Pick<PaperFindings, 'marks' | 'verdict'>>(
  check: Check,
  fact: PaperFact,
): Check {
  if (!check.marks[fact]) return check;
  const kept = Object.entries(check.marks).filter(([name]) => name !== fact);
  const marks: Check['marks'] = Object.fromEntries(kept);
  return { ...check, marks, verdict: check.verdict === 'accept' ? 'undecided' : check.verdict };
}

/** A variation without its reason is refused under every verdict. */
export function variationsWithoutWhy(findings: PaperFindings): Objection[] {
  return paperKindTerms(findings.kind)
    .facts.filter((fact) => isVariationWithoutWhy(findings.marks[fact]))
    .map((fact) => ({
      field: fact,
      code: 'variation_needs_why',
      words: `Say why the variation in “${PAPER_FACT_LABELS[fact]}” is acceptable`,
    }));
}

function markObjections(fact: PaperFact, findings: PaperFindings): Objection[] {
  const marked = findings.marks[fact];
  const name = PAPER_FACT_LABELS[fact];
  if (!marked) return [{ field: fact, code: 'unmarked', words: `Mark “${name}”` }];
  if (marked.mark === 'does_not_match') {
    return [{ field: fact, code: 'does_not_match', words: `“${name}” does not match` }];
  }
  if (marked.mark === 'cannot_tell') {
    return [
      { field: fact, code: 'cannot_tell', words: `“${name}” cannot be told from this paper` },
    ];
  }
  return isVariationWithoutWhy(marked)
    ? [
        {
          field: fact,
          code: 'variation_needs_why',
          words: `Say why the variation in “${name}” is acceptable`,
        },
      ]
    : [];
}

function contentObjections(fact: PaperFact, findings: PaperFindings): Objection[] {
  if (fact === 'date') return dateObjections(findings);
  if (fact === 'term') return termObjections(findings);
  if (fact === 'document_reference' && findings.referenceLast4 === null) {
    return [
      { field: fact, code: 'reference_missing', words: 'Enter the document reference number' },
    ];
  }
  return [];
}

function dateObjections(findings: PaperFindings): Objection[] {
  const { kind, datedOn, receivedOn } = findings;
  if (datedOn === null)
    return [{ field: 'date', code: 'date_missing', words: 'Enter the date on the paper' }];
  const freshness = checkFreshness({ kind, datedOn, receivedOn });
  if (freshness.state === 'fresh' || freshness.state === 'not_asked') return [];
  return isExcused(findings.marks.date)
    ? []
    : [{ field: 'date', code: freshness.state, words: freshness.words }];
}

/** A tenancy must still run on the day it came; an open end is written by leaving the end blank. */
function termObjections(findings: PaperFindings): Objection[] {
  const { termFromOn, termToOn, receivedOn } = findings;
  if (termFromOn === null) {
    return [{ field: 'term', code: 'term_missing', words: 'Enter the day the tenancy starts' }];
  }
  const isOver = termToOn !== null && termToOn < receivedOn;
  if (!isOver || isExcused(findings.marks.term)) return [];
  return [{ field: 'term', code: 'term_over', words: 'The tenancy had ended when the paper came' }];
}

function isExcused(marked: MarkedFact | undefined): boolean {
  return marked?.mark === 'acceptable_variation' && !isVariationWithoutWhy(marked);
}

function isVariationWithoutWhy(marked: MarkedFact | undefined): boolean {
  return marked?.mark === 'acceptable_variation' && !marked.why?.trim();
}
