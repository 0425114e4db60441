import { formatDate, type LocalDate } from '../shared/london-date.js';
import { formatPounds, type Pence } from '../shared/money.js';
import { composeLetter } from './compose-letter.rules.js';
import type { LetterContent } from './letter-content.rules.js';
import type { StatusLetterFacts } from './letter-facts.rules.js';

export interface PaidAnotherWayFacts extends StatusLetterFacts {
  pence: Pence;
  /** Follows "We paid it": "by cheque". */
  how: string;
  paidOn: LocalDate;
  /** Null where it is not for a letter. */
  paymentReference: string | null;
}

/** Money that could not go back to the card was given back another way (R-PAY-4). */
export function composePaidAnotherWay(facts: PaidAnotherWayFacts): LetterContent {
  const { pence, how, paidOn, paymentReference, statusLink } = facts;
  return composeLetter('paid_another_way', facts, {
    words: {
      amount: formatPounds(pence),
      'how it was paid': how,
      'paid on': formatDate(paidOn),
      ...(paymentReference === null ? {} : { 'payment reference': paymentReference }),
    },
    links: { 'status link': statusLink },
  });
}
