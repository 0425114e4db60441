import type { ApplicationStatus } from '../applications/application-status.rules.js';
import {
  type Objection,
  objectionsToAccepting,
  type PaperFindings,
  variationsWithoutWhy,
} from '../evidence/paper-check.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CheckField, CheckFault } from './typed-check.rules.js';

/** What the case is like when somebody wants to work on it. */
export interface CaseToReview {
  status: ApplicationStatus;
  claimedBy: string | null;
  version: number;
}

export type ReviewRefusal = 'decided' | 'not_claimed' | 'claimed_by_other' | 'stale';

/** Ends the sentence "Nothing was saved." on the page that refuses. */
export const REVIEW_REFUSAL_WORDS: Readonly<Record<ReviewRefusal, string>> = {
  decided: 'This case is decided: its papers are not checked any more.',
  not_claimed: 'Nobody holds this case: claim it first.',
  claimed_by_other: 'Somebody else holds this case now.',
  stale: 'The case changed after you opened it.',
};

const CLOSED = new Set<ApplicationStatus>(['approved', 'rejected', 'withdrawn']);

/** Only the officer who holds the case may work on it; why not, for everybody else. */
export function mayReview(
  application: Pick<CaseToReview, 'status' | 'claimedBy'>,
  staffId: string,
): Outcome<unknown, Exclude<ReviewRefusal, 'stale'>> {
  if (CLOSED.has(application.status)) return refuse('decided');
  if (application.status !== 'in_review' || application.claimedBy === null) {
    return refuse('not_claimed');
  }
  return application.claimedBy === staffId ? ok() : refuse('claimed_by_other');
}

/** The same, and the case is still as the form saw it. */
export function mayWrite(
  application: CaseToReview,
  by: { staffId: string; version: number },
): Outcome<unknown, ReviewRefusal> {
  const may = mayReview(application, by.staffId);
  if (!may.ok) return may;
  return application.version === by.version ? ok() : refuse('stale');
}

/** What is in the way of saving this check; empty when it may be saved. */
export function faultsOf(findings: PaperFindings): CheckFault[] {
  if (findings.verdict !== 'accept') return variationsWithoutWhy(findings).map(faultOf);
  const { canSatisfy, label } = paperKindTerms(findings.kind);
  if (!canSatisfy) {
    const text = `A ${label.toLowerCase()} is not accepted for anything: ask again, or choose “Not needed”`;
    return [{ field: 'verdict', text }];
  }
  return objectionsToAccepting(findings).map(faultOf);
}

const EXCUSE = 'To accept it all the same, mark it as an acceptable variation and say why.';

function faultOf(objection: Objection): CheckFault {
  const { field, code, words } = objection;
  switch (code) {
    case 'unmarked':
      return { field: `mark.${field}`, text: words };
    case 'does_not_match':
    case 'cannot_tell':
      return { field: `mark.${field}`, text: `${words}, so the paper cannot be accepted` };
    case 'variation_needs_why':
      return { field: `why.${field}`, text: words };
    case 'date_missing':
      return { field: 'datedOn', text: words };
    case 'too_old':
    case 'in_future':
    case 'expired':
      return { field: 'datedOn', text: `${words} ${EXCUSE}` };
    case 'term_missing':
      return { field: 'termFrom', text: words };
    case 'term_over':
      return { field: 'termTo', text: `${words}. ${EXCUSE}` };
    case 'reference_missing':
      return { field: 'documentReference', text: words };
  }
}

/** The id of the control that a fault leads to. */
export function fieldId(field: CheckField, parts: CheckFault['parts'] = []): string {
  if (field === 'datedOn' || field === 'termFrom' || field === 'termTo') {
    return `${field}-${parts[0] ?? 'day'}`;
  }
  return field.replace('.', '-');
}

/** A paper the officer has still to decide on. */
export interface PaperInLine {
  position: number;
  verdict: PaperFindings['verdict'] | null;
}

/** The next undecided paper after this one, then from the start; null when every one is decided. */
export function nextPosition(papers: readonly PaperInLine[], after: number): number | null {
  const open = papers
    .filter(({ verdict }) => verdict === null || verdict === 'undecided')
    .map(({ position }) => position)
    .sort((one, other) => one - other);
  return open.find((position) => position > after) ?? open[0] ?? null;
}
