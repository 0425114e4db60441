import { addDays, type LocalDate } from '../shared/london-date.js';

/** How the request came. */
export const REVIEW_CHANNELS = ['email', 'phone', 'letter', 'in_person', 'portal'] as const;
export type ReviewChannel = (typeof REVIEW_CHANNELS)[number];

export const REVIEW_CHANNEL_LABELS: Readonly<Record<ReviewChannel, string>> = {
  email: 'E-mail',
  phone: 'Telephone',
  letter: 'Letter',
  in_person: 'In person',
  portal: 'Through the portal',
};

/**
 * `upheld`: the decision stands. `overturned`: it is decided again. `given_up`: the resident no
 * longer wants it. A permit is granted or it is not: where only some reasons were right the
 * decision stands, and the answer says which.
 */
export const REVIEW_OUTCOMES = ['upheld', 'overturned', 'given_up'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

export const REVIEW_OUTCOME_LABELS: Readonly<Record<ReviewOutcome, string>> = {
  upheld: 'The decision stands',
  overturned: 'The decision does not stand: decide again',
  given_up: 'The resident no longer wants a review',
};

export const MOST_ASKED_WORDS = 4000;
export const MOST_REVIEW_REASONS = 2000;

export function isReviewChannel(code: string): code is ReviewChannel {
  return (REVIEW_CHANNELS as readonly string[]).includes(code);
}

export function isReviewOutcome(code: string): code is ReviewOutcome {
  return (REVIEW_OUTCOMES as readonly string[]).includes(code);
}

/** The last London day of answering: so many days after the request came. */
export function reviewAnswerBy(receivedOn: LocalDate, days: number): LocalDate {
  return addDays(receivedOn, days);
}
