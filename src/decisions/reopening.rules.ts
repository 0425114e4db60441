import {
  type ApplicationAction,
  type ApplicationStatus,
  statusAfter,
} from '../applications/application-status.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

/** Who found that a decision should be taken up again. */
export const REOPENING_CAUSES = ['supervisor', 'second_look', 'review'] as const;
export type ReopeningCause = (typeof REOPENING_CAUSES)[number];

export const REOPENING_CAUSE_WORDS: Readonly<Record<ReopeningCause, string>> = {
  supervisor: 'A supervisor looked again',
  second_look: 'The second look did not agree',
  review: 'The resident asked for a review and was right',
};

/** How a case is taken up again: by another officer from the queue, or by whoever reopens it. */
export type ReopeningAction = Extract<ApplicationAction, 'reopen' | 'take_up' | 'overturn'>;

export const MOST_REOPENING_WORDS = 1000;

export interface ReopeningToDecide {
  application: { status: ApplicationStatus; version: number };
  /** Whoever decided the case, in any round. */
  deciders: readonly string[];
  by: { id: string; role: StaffRole };
  action: ReopeningAction;
  /** Null for a form that is only being opened. */
  seenVersion: number | null;
  /** What else must come to its end first; a cause never waits for itself. */
  waitsFor: 'second_look' | 'review' | null;
}

export type ReopeningRefusal =
  'not_rejected' | 'stale' | 'own_decision' | 'second_look_waits' | 'review_is_open';

/** First match: is it a rejection this role may take up, by another person, as it was seen. */
export function decideReopening(
  asked: ReopeningToDecide,
): Outcome<{ status: ApplicationStatus }, ReopeningRefusal> {
  const { application, deciders, by, action, seenVersion, waitsFor } = asked;
  const next = statusAfter(application.status, action, by.role);
  if (next === null) return refuse('not_rejected');
  if (deciders.includes(by.id)) return refuse('own_decision');
  if (waitsFor === 'second_look') return refuse('second_look_waits');
  if (waitsFor === 'review') return refuse('review_is_open');
  if (seenVersion !== null && application.version !== seenVersion) return refuse('stale');
  return ok({ status: next });
}

/** What must come to its end before a supervisor takes the decision up. */
export function waitsFor(file: {
  secondLook: object | null;
  openReview: object | null;
}): ReopeningToDecide['waitsFor'] {
  if (file.secondLook !== null) return 'second_look';
  return file.openReview === null ? null : 'review';
}

/** Why not, in plain sentences. */
export const REOPENING_REFUSAL_WORDS: Readonly<Record<ReopeningRefusal, string>> = {
  not_rejected:
    'Only a rejection can be taken up again. A permit that was granted, or a withdrawal, is not taken back here.',
  stale: 'The case changed after you opened this page.',
  own_decision: 'You decided this case yourself. Somebody else must look at it again.',
  second_look_waits:
    'This decision still waits for its second look, and nobody has been told of it. Agree or disagree there.',
  review_is_open: 'The resident has asked for a review. Settle the review instead.',
};
