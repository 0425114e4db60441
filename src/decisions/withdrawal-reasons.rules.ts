import { ok, type Outcome, refuse } from '../shared/outcome.js';

interface WithdrawalReasonTerms {
  readonly label: string;
  /** As the resident reads it; null where the officer's own words stand instead. */
  readonly words: string | null;
}

/** Why an application is closed before a decision, with what the letter says of it. */
export const WITHDRAWAL_REASONS = {
  asked_for: {
    label: 'The applicant asked for it',
    words: 'You asked us to withdraw it.',
  },
  not_needed: {
    label: 'The permit is no longer needed',
    words: 'You told us that you no longer need the permit.',
  },
  sent_twice: {
    label: 'The same application was sent twice',
    words: 'The same application came twice. We go on with the other one.',
  },
  payment_ended: {
    label: 'The payment failed or its hold ended',
    words:
      'The payment failed, or the bank’s hold on your card ended before we could decide, so there is nothing left to pay for the permit with.',
  },
  other: { label: 'Another reason, in your own words', words: null },
} as const satisfies Readonly<Record<string, WithdrawalReasonTerms>>;

export type WithdrawalReasonCode = keyof typeof WITHDRAWAL_REASONS;
export const WITHDRAWAL_REASON_CODES = Object.keys(
  WITHDRAWAL_REASONS,
) as readonly WithdrawalReasonCode[];

/** The most characters of one's own words; they are sent to the resident. */
export const MOST_WITHDRAWAL_WORDS = 1000;

export type WithdrawalReasonRefusal =
  'no_reason' | 'words_missing' | 'words_too_long' | 'words_not_used';

export const WITHDRAWAL_REASON_REFUSAL_WORDS: Readonly<Record<WithdrawalReasonRefusal, string>> = {
  no_reason: 'Choose why the application is withdrawn',
  words_missing: 'Write the reason in your own words',
  words_too_long: 'Your own words must be 1,000 characters or fewer',
  words_not_used: 'Choose “Another reason” to send your own words, or take them out',
};

/** The reason in words, as it is sent and kept; own words only where the reason asks for them, and never dropped silently. */
export function withdrawalReason(
  code: string,
  ownWords: string,
): Outcome<{ code: WithdrawalReasonCode; words: string }, WithdrawalReasonRefusal> {
  if (!isWithdrawalReason(code)) return refuse('no_reason');
  const { words }: WithdrawalReasonTerms = WITHDRAWAL_REASONS[code];
  const own = ownWords.trim();
  if (words !== null) return own === '' ? ok({ code, words }) : refuse('words_not_used');
  if (own === '') return refuse('words_missing');
  return own.length > MOST_WITHDRAWAL_WORDS ? refuse('words_too_long') : ok({ code, words: own });
}

export function isWithdrawalReason(code: string): code is WithdrawalReasonCode {
  return Object.hasOwn(WITHDRAWAL_REASONS, code);
}
