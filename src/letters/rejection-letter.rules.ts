import { composeLetter } from './compose-letter.rules.js';
import type { LetterContent } from './letter-content.rules.js';
import { oneOrSteps, type StatusLetterFacts } from './letter-facts.rules.js';
import { type LetterMoney, moneyReleased } from './money-words.rules.js';

export interface RejectionFacts extends StatusLetterFacts {
  /** In the order shown; the words name the paper and the rule, `bring` what to send next time. */
  reasons: readonly { words: string; bring: string }[];
  money: LetterMoney;
}

/** The rejection: the council's words round the reasons, what to send next time and the money. */
export function composeRejection(facts: RejectionFacts): LetterContent {
  const why = distinct(facts.reasons.map(({ words }) => words));
  const bring = distinct(facts.reasons.map((reason) => reason.bring));
  return composeLetter('application_rejected', facts, {
    words: { 'number of reasons': String(why.length), money: moneyReleased(facts.money) },
    parts: { reasons: [oneOrSteps(why)], 'what to send': [oneOrSteps(bring)] },
    links: { 'apply link': facts.council.applyUrl, 'status link': facts.statusLink },
    conditions: { 'several reasons': why.length > 1 },
  });
}

/** Two papers can fail in the same words: they are said once. */
function distinct(words: readonly string[]): string[] {
  return [...new Set(words.map((given) => given.trim()))].filter((given) => given !== '');
}
