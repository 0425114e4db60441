import { countText } from '../shared/duration-text.js';
import { composeLetter } from './compose-letter.rules.js';
import type { LetterContent } from './letter-content.rules.js';
import type { StatusLetterFacts } from './letter-facts.rules.js';
import { type LetterMoney, moneyOnArrival } from './money-words.rules.js';

export interface ReceiptFacts extends StatusLetterFacts {
  /** Papers that came with it, by label, in the order shown; empty when none came. */
  paperLabels: readonly string[];
  /** How long a decision should take; null when policy gives no target. */
  targetWorkingDays: number | null;
  money: LetterMoney;
}

/** A receipt is not proof that the permit is live: a second letter says so (R-PUR-3, R-ST-1). */
export function composeReceipt(facts: ReceiptFacts): LetterContent {
  const { paperLabels, targetWorkingDays } = facts;
  return composeLetter('application_received', facts, {
    words: {
      'working days':
        targetWorkingDays === null ? null : countText(targetWorkingDays, 'working day'),
      money: moneyOnArrival(facts.money),
    },
    parts: {
      'papers sent': paperLabels.length === 0 ? [] : [{ is: 'list', items: paperLabels }],
    },
    links: { 'status link': facts.statusLink },
  });
}
