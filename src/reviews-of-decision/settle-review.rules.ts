import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { isReviewOutcome, type ReviewOutcome } from '../decision-reviews/decision-review.rules.js';
import { decideReopening } from '../decisions/reopening.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

export interface ReviewToSettle {
  application: { status: ApplicationStatus; version: number };
  hasOpenReview: boolean;
  /** Whoever decided the case, in any round. */
  deciders: readonly string[];
  by: { id: string; role: StaffRole };
  /** Null for a form that is only being opened. */
  seenVersion: number | null;
}

export type SettleReviewRefusal = 'no_review' | 'own_decision' | 'stale';
export type SettleReviewFault = 'no_outcome' | 'reasons_missing';

/** First match: is one open on a rejection, is it somebody else who answers, is it as it was seen. */
export function maySettleReview(asked: ReviewToSettle): Outcome<unknown, SettleReviewRefusal> {
  if (!asked.hasOpenReview) return refuse('no_review');
  const may = decideReopening({ ...asked, action: 'overturn', waitsFor: null });
  if (may.ok) return ok();
  return refuse(
    may.refusal === 'own_decision' || may.refusal === 'stale' ? may.refusal : 'no_review',
  );
}

/** The first thing wrong with the answer; null when it is right. */
export function reviewAnswerFault(answer: {
  outcome: string;
  reasons: string;
}): SettleReviewFault | null {
  if (!isReviewOutcome(answer.outcome)) return 'no_outcome';
  return isTold(answer.outcome) && answer.reasons.trim() === '' ? 'reasons_missing' : null;
}

/** Who gives a review up knows it; everybody else gets a letter. */
export function isTold(outcome: ReviewOutcome): boolean {
  return outcome !== 'given_up';
}

export const SETTLE_REVIEW_REFUSAL_WORDS: Readonly<Record<SettleReviewRefusal, string>> = {
  no_review: 'No review of this decision is open.',
  own_decision: 'You decided this case yourself. Somebody else must answer the review.',
  stale: 'The case changed after you opened this page.',
};

export const SETTLE_REVIEW_FAULT_WORDS: Readonly<Record<SettleReviewFault, string>> = {
  no_outcome: 'Choose what the review found',
  reasons_missing: 'Write the answer to what the resident says',
};
