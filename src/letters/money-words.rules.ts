import { formatPounds, type Pence } from '../shared/money.js';

/**
 * What is true of this payment when the letter is written. `unknown`: the payment service could
 * not be read yet; the job reads it before it acts (R-PAY-2). `returned`: an earlier decision told
 * the payment service to give it back.
 */
export type LetterMoney =
  | { is: 'none' }
  | { is: 'held'; pence: Pence }
  | { is: 'taken'; pence: Pence }
  | { is: 'unknown'; pence: Pence }
  | { is: 'returned'; pence: Pence };

/** Nobody but the bank knows when money shows, so no number of days is promised (R-REF-1). */
const BANK_DECIDES = 'Your bank or card provider decides when it shows.';

/** What happens to the money when there will be no permit. */
export function moneyReleased(money: LetterMoney): string {
  switch (money.is) {
    case 'none':
      return 'You were not charged for this application.';
    case 'held':
      return `We have told the payment service to cancel the hold of ${formatPounds(money.pence)}. The money returns to your available balance. ${BANK_DECIDES}`;
    case 'taken':
      return `We have told the payment service to refund ${formatPounds(money.pence)} to the card you paid with. ${BANK_DECIDES}`;
    case 'unknown':
      return `We have told the payment service to give back your ${formatPounds(money.pence)}. It cancels the hold or refunds your card. ${BANK_DECIDES}`;
    case 'returned':
      return moneyReturned(money.pence);
  }
}

/** What happens to the money when the permit is approved. */
export function moneyTaken(money: LetterMoney): string {
  switch (money.is) {
    case 'none':
      return 'There is nothing to pay.';
    case 'held':
      return `We have told the payment service to take the ${formatPounds(money.pence)} that it holds on your card.`;
    case 'taken':
      return `You have paid ${formatPounds(money.pence)}.`;
    case 'unknown':
      return `The price is ${formatPounds(money.pence)}, which you paid by card when you applied.`;
    case 'returned':
      return moneyReturned(money.pence);
  }
}

/** What has happened to the money when the application has just arrived. */
export function moneyOnArrival(money: LetterMoney): string {
  switch (money.is) {
    case 'none':
      return 'You were not charged for this application.';
    case 'held':
      return `The payment service holds ${formatPounds(money.pence)} on your card. You get it back if we do not approve the permit.`;
    case 'taken':
      return `You have paid ${formatPounds(money.pence)}. You get it back if we do not approve the permit.`;
    case 'unknown':
      return `You paid ${formatPounds(money.pence)} by card. You get it back if we do not approve the permit.`;
    case 'returned':
      return moneyReturned(money.pence);
  }
}

/** What is true of the money while the application is decided again. */
export function moneyIfDecidedAgain(money: LetterMoney): string {
  return moneyOnArrival(money);
}

/** What is true of the money when a rejection stands that was told before. */
export function moneyAfterRejection(money: LetterMoney): string {
  return money.is === 'none'
    ? 'You were not charged for this application.'
    : moneyReturned(money.pence);
}

function moneyReturned(pence: Pence): string {
  return `We have already told the payment service to give back your ${formatPounds(pence)}. ${BANK_DECIDES}`;
}
