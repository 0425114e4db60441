import { formatDate, type LocalDate } from '../shared/london-date.js';
import { formatPounds, type Pence } from '../shared/money.js';
import { composeLetter } from './compose-letter.rules.js';
import type { LetterContent } from './letter-content.rules.js';
import type { WordedLetterFacts } from './letter-facts.rules.js';

export interface PaymentRequestFacts extends WordedLetterFacts {
  pence: Pence;
  /** True: it was cancelled; false: its hold ran out, or it failed. */
  isCancelled: boolean;
  /** The last London day on which the payment counts. */
  payByOn: LocalDate;
  /** The signed address of the page that leads to the card page. */
  link: string;
}

/** "Pay again": why, how much, by when, and where. */
export function composePaymentRequest(facts: PaymentRequestFacts): LetterContent {
  const { pence, isCancelled, payByOn, link } = facts;
  return composeLetter('payment_requested', facts, {
    words: {
      amount: formatPounds(pence),
      'why again': whyAgain(pence, isCancelled),
      'pay by': formatDate(payByOn),
    },
    links: { 'payment link': link },
  });
}

/** The letter and the page say it alike. */
export function whyAgain(pence: Pence, isCancelled: boolean): string {
  const amount = formatPounds(pence);
  return isCancelled
    ? `Your payment of ${amount} was cancelled before we took it. We have not taken any money from you.`
    : `Your payment of ${amount} did not go through, or the time in which we could take it ran out. We have not taken any money from you.`;
}
