import { ok, type Outcome, refuse } from '../shared/outcome.js';

/** Why a case waits for something that is not the resident's paper: for that there is asking again. */
export const HOLD_REASONS = {
  resident_will_ring: 'The resident will ring back',
  colleague: 'A colleague has to answer first',
  other_service: 'Another council service has to answer first',
  permit_ends: 'Another permit at the property has to end first',
  register: 'The vehicle register could not be asked',
  other: 'Another reason',
} as const;

export type HoldReason = keyof typeof HOLD_REASONS;

export const MOST_HOLD_WORDS = 500;

export function isHoldReason(code: string): code is HoldReason {
  return Object.hasOwn(HOLD_REASONS, code);
}

export type HoldReasonRefusal = 'no_reason' | 'needs_words';

/** Another reason needs words; the others may have some. */
export function checkHoldReason(
  code: string,
  words: string,
): Outcome<{ reason: HoldReason }, HoldReasonRefusal> {
  if (!isHoldReason(code)) return refuse('no_reason');
  return code === 'other' && words.trim() === '' ? refuse('needs_words') : ok({ reason: code });
}

/** `The resident will ring back: after 4pm`; another reason is its words. */
export function holdReasonWords(reason: HoldReason, words: string): string {
  if (reason === 'other') return words;
  return words === '' ? HOLD_REASONS[reason] : `${HOLD_REASONS[reason]}: ${words}`;
}
