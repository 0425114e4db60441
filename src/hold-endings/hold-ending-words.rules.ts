import type { HoldStage } from './hold-stages.rules.js';

/** What the case says when its hold comes to a stage. */
export const HOLD_ENDING_WORDS: Readonly<Record<HoldStage, string>> = {
  first: 'Nobody has decided yet. Decide soon.',
  second: 'Nobody has decided yet. Decide now.',
  capture:
    'Nobody decided in time, so the money is taken before its hold ends. It is given back if the application is rejected or withdrawn.',
};

/** Why nothing is held or taken, as far as the state of the payment tells. */
export function lapsedWords(state: string): string {
  if (state === 'cancelled') return 'The payment was cancelled: nothing is held or taken.';
  if (state === 'error') return 'The payment service reports an error: nothing is held or taken.';
  return 'The hold ended or the payment failed: nothing is held or taken.';
}
