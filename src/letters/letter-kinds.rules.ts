export const LETTER_KINDS = [
  'application_received',
  'application_approved',
  'application_rejected',
  'application_withdrawn',
  'decision_reopened',
  'review_opened',
  'review_upheld',
  'evidence_requested',
  'evidence_reminder',
  'exception_approved',
  'exception_declined',
  'payment_requested',
  'paid_another_way',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const LETTER_KIND_LABELS: Readonly<Record<LetterKind, string>> = {
  application_received: 'Receipt',
  application_approved: 'Approval',
  application_rejected: 'Rejection',
  application_withdrawn: 'Withdrawal',
  decision_reopened: 'Decision taken up again',
  review_opened: 'Receipt of a request for review',
  review_upheld: 'Result of a review',
  evidence_requested: 'Request for a paper',
  evidence_reminder: 'Reminder about a paper',
  exception_approved: 'Money given back',
  exception_declined: 'Money not given back',
  payment_requested: 'Request to pay again',
  paid_another_way: 'Money given back another way',
};

export const LETTER_CHANNELS = ['email', 'text', 'post'] as const;
export type LetterChannel = (typeof LETTER_CHANNELS)[number];

export const LETTER_CHANNEL_LABELS: Readonly<Record<LetterChannel, string>> = {
  email: 'E-mail',
  text: 'Text message',
  post: 'Post',
};

/**
 * `held`: waits for a second look at its decision, and no job knows of it; `dropped`: held, and
 * then never sent. `unknown`: handed over, but the answer was lost; it is looked up before it is
 * sent again.
 */
export const LETTER_STATES = [
  'held',
  'dropped',
  'written',
  'unknown',
  'sent',
  'delivered',
  'failed',
] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export const LETTER_STATE_LABELS: Readonly<Record<LetterState, string>> = {
  held: 'Held for a second look',
  dropped: 'Never sent: the decision was taken up again',
  written: 'Waiting to be sent',
  unknown: 'Being sent',
  sent: 'Sent',
  delivered: 'Delivered',
  failed: 'Could not be delivered',
};

/**
 * Kept with every letter, so that an old one is known to be in old words (R-NOT-2). A letter in the
 * council's own words has their version number instead; this is for letters whose words are in code.
 */
export const WORDING_VERSION = '2026-11';
