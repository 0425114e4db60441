import { formatPounds, type Pence } from '../shared/money.js';
import { composeLetter } from './compose-letter.rules.js';
import type { LetterContent } from './letter-content.rules.js';
import type { WordedLetterFacts } from './letter-facts.rules.js';
import { moneyReleased } from './money-words.rules.js';

export interface ExceptionFacts extends WordedLetterFacts {
  pence: Pence;
}

/** Money of a permit goes back although no rule gives it back (R-CAN-2). */
export function composeExceptionApproved(facts: ExceptionFacts): LetterContent {
  const { pence } = facts;
  return composeLetter('exception_approved', facts, {
    words: { amount: formatPounds(pence), money: moneyReleased({ is: 'taken', pence }) },
  });
}

/** Written only to a resident who had asked for it. */
export function composeExceptionDeclined(
  facts: ExceptionFacts & { reason: string },
): LetterContent {
  const { pence, reason } = facts;
  return composeLetter('exception_declined', facts, {
    words: { amount: formatPounds(pence), reason },
  });
}
