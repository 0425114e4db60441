import type { DecisionOutcome } from '../decisions/decision.entity.js';
import { OUTCOME_WORDS } from '../decisions/outcome-words.rules.js';
import type { CommandCause } from '../payments/payment-actions.rules.js';

/** Why the payment service was asked to move money. */
export const CAUSE_WORDS: Readonly<Record<CommandCause, string>> = {
  decision: 'Decision',
  exception: 'Approved exception',
  hold_ending: 'Hold was ending',
  payment_again: 'Paid too late',
};

interface CauseFacts {
  cause: CommandCause;
  /** Of the decision it came of. */
  outcome: DecisionOutcome | null;
}

/** Of a decision it is said what was decided. */
export function causeWords({ cause, outcome }: CauseFacts): string {
  return cause === 'decision' && outcome !== null ? OUTCOME_WORDS[outcome] : CAUSE_WORDS[cause];
}
