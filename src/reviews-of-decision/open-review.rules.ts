import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { isReviewChannel } from '../decision-reviews/decision-review.rules.js';
import type { LocalDate } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

export interface ReviewToOpen {
  application: { status: ApplicationStatus; version: number };
  /** Null for a form that is only being opened. */
  seenVersion: number | null;
  hasOpenReview: boolean;
  hasSecondLook: boolean;
}

export type OpenReviewRefusal = 'not_rejected' | 'not_told_yet' | 'open_already' | 'stale';

/** First match: is there a rejection the resident knows of, is no review open, is it as it was seen. */
export function mayOpenReview(asked: ReviewToOpen): Outcome<unknown, OpenReviewRefusal> {
  const { application, seenVersion, hasOpenReview, hasSecondLook } = asked;
  if (application.status !== 'rejected') return refuse('not_rejected');
  if (hasSecondLook) return refuse('not_told_yet');
  if (hasOpenReview) return refuse('open_already');
  return seenVersion !== null && application.version !== seenVersion ? refuse('stale') : ok();
}

export const OPEN_REVIEW_REFUSAL_WORDS: Readonly<Record<OpenReviewRefusal, string>> = {
  not_rejected: 'Only a rejection can be reviewed, and this application is not rejected.',
  not_told_yet:
    'This decision still waits for its second look, and nobody has been told of it. There is nothing to review yet.',
  open_already: 'A review of this decision is open already. One is open at a time.',
  stale: 'The case changed after you opened this page.',
};

export interface ReviewAsked {
  channel: string;
  receivedOn: LocalDate | null;
  asked: string;
}

export type ReviewAskedFault =
  'no_channel' | 'received_before' | 'received_later' | 'nothing_asked';

export const REVIEW_ASKED_FAULT_WORDS: Readonly<Record<ReviewAskedFault, string>> = {
  no_channel: 'Choose how the request came',
  received_before: 'The day must be the day of the decision or later',
  received_later: 'The day must be today or earlier',
  nothing_asked: 'Write what the resident says',
};

/** Every fault of what was typed, by field; the date's own faults are found as it is read. */
export function reviewAskedFaults(
  { channel, receivedOn, asked }: ReviewAsked,
  { decidedOn, today }: { decidedOn: LocalDate; today: LocalDate },
): { field: 'channel' | 'receivedOn' | 'asked'; fault: ReviewAskedFault }[] {
  const faults: ReturnType<typeof reviewAskedFaults> = [];
  if (!isReviewChannel(channel)) faults.push({ field: 'channel', fault: 'no_channel' });
  if (receivedOn !== null && receivedOn < decidedOn) {
    faults.push({ field: 'receivedOn', fault: 'received_before' });
  }
  if (receivedOn !== null && receivedOn > today) {
    faults.push({ field: 'receivedOn', fault: 'received_later' });
  }
  if (asked.trim() === '') faults.push({ field: 'asked', fault: 'nothing_asked' });
  return faults;
}
