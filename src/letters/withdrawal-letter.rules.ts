import { composeLetter } from './compose-letter.rules.js';
import type { LetterContent } from './letter-content.rules.js';
import type { StatusLetterFacts } from './letter-facts.rules.js';
import { type LetterMoney, moneyReleased } from './money-words.rules.js';

export interface WithdrawalFacts extends StatusLetterFacts {
  /** Why, in words meant for the resident; null when he asked for it and nothing need be said. */
  reason: string | null;
  money: LetterMoney;
}

/** The application was closed before a decision. */
export function composeWithdrawal(facts: WithdrawalFacts): LetterContent {
  return composeLetter('application_withdrawn', facts, {
    words: { reason: facts.reason, money: moneyReleased(facts.money) },
    links: { 'apply link': facts.council.applyUrl, 'status link': facts.statusLink },
  });
}
