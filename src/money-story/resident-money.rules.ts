import { formatDateTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import { givenBackTwice, wentToCardToo } from './given-back-twice.rules.js';
import type { MoneyFacts } from './money-facts.rules.js';
import { type MoneySituation, moneySituation } from './money-situation.rules.js';

/** Nobody but the bank knows when money shows, so no number of days is promised (R-REF-1). */
const BANK_DECIDES = 'Your bank or card provider decides when you see it.';
/** A hold that nobody decided about is taken before it lapses (R-PAY-1). */
const TAKEN_BEFORE = 'If we have not decided before that, we take it.';
const BACK_IF_NOT = 'You get it back if we do not approve the permit.';
const WE_LOOK = 'We are looking into it. You need do nothing.';

/** The money in words for the resident: what is true, and what he has to do, if anything. */
export function moneyForResident(facts: MoneyFacts, { isTold }: { isTold: boolean }): string[] {
  const situation = moneySituation(facts);
  if (situation.is === 'free') return ['This application is free. You were not charged.'];
  const amount = formatPounds(situation.pence);
  return isTold ? wordsFor(situation, amount, facts) : untoldWords(amount);
}

/** What the money does now would say what was decided, before the letter does. */
function untoldWords(amount: string): string[] {
  return [`You paid ${amount} by card when you applied.`, BACK_IF_NOT];
}

type Paid = Exclude<MoneySituation, { is: 'free' }>;

function wordsFor(situation: Paid, amount: string, facts: MoneyFacts): string[] {
  switch (situation.is) {
    case 'not_read':
      return [`You paid ${amount} by card when you applied.`];
    case 'unpaid':
      return [`Your payment of ${amount} is not finished yet.`];
    case 'being_paid':
      return [`Your payment of ${amount} is on its way to us.`];
    case 'held':
      return [heldWords(situation.until, amount), ...(facts.isDecided ? [] : undecided(situation))];
    case 'being_taken':
    case 'taken_undecided':
      return takingWords(situation, amount);
    case 'taken':
      return takenWords(situation, amount, facts);
    case 'giving_back':
      return [`We are giving back your ${amount}.`, BANK_DECIDES];
    case 'hold_cancelled':
      return [`We no longer hold ${amount} on your card. We did not take it.`, BANK_DECIDES];
    case 'nothing_held':
      return [`We hold and took nothing of the ${amount}.`];
    case 'given_back':
      return [`We have given ${amount} back to your card.`, BANK_DECIDES];
    case 'settled_another_way':
      return otherWayWords(amount, facts);
    case 'refund_failed':
      return [
        `Your bank did not accept the ${amount} that we gave back.`,
        'We will pay it to you another way, and get in touch with you if we need to.',
      ];
    case 'needs_person':
      return [residentProblem(situation.isReturn, amount), WE_LOOK];
    case 'lapsed':
      return lapsedWords(amount, facts);
    case 'asked_to_pay_again':
      return [`We could not take your ${amount}, so we have asked you to pay again.`, PAY_AGAIN];
    case 'error':
      return [`Something went wrong with your payment of ${amount}.`, WE_LOOK];
  }
}

/** What went to the card after all is not denied. */
function otherWayWords(amount: string, facts: MoneyFacts): string[] {
  if (givenBackTwice(facts).length > 0) {
    return [`Your ${amount} went back twice: to your card, and another way.`, WE_LOOK];
  }
  if (wentToCardToo(facts)) return [`We have given back your ${amount}.`];
  return [`We have given back your ${amount}, but not to your card.`];
}

const PAY_AGAIN = 'Use the link we sent you. We can decide once you have paid.';

function undecided({ until }: Extract<Paid, { is: 'held' }>): string[] {
  return until === null ? [BACK_IF_NOT] : [TAKEN_BEFORE, BACK_IF_NOT];
}

function heldWords(until: Date | null, amount: string): string {
  const end = until === null ? '' : ` until ${formatDateTime(until)}`;
  return `${amount} is held on your card${end}.`;
}

function takingWords(situation: Paid, amount: string): string[] {
  if (situation.is === 'taken_undecided') {
    return [`We took your ${amount} because your bank would not hold it any longer.`, BACK_IF_NOT];
  }
  return situation.is === 'being_taken' && situation.isUndecided
    ? [`We are taking your ${amount}: your bank will not hold it much longer.`, BACK_IF_NOT]
    : [`We are taking the ${amount} for your permit.`];
}

function takenWords(
  { returnedPence }: Extract<Paid, { is: 'taken' }>,
  amount: string,
  { isDecided }: MoneyFacts,
): string[] {
  if (returnedPence > 0) {
    return [`You paid ${amount}. We have given back ${formatPounds(returnedPence)}.`, BANK_DECIDES];
  }
  return isDecided ? [`You have paid ${amount}.`] : [`You have paid ${amount}.`, BACK_IF_NOT];
}

function residentProblem(isReturn: boolean, amount: string): string {
  return isReturn
    ? `We want to give back your ${amount}, and it has not worked yet.`
    : `We wanted to take your ${amount}, and it has not worked yet.`;
}

function lapsedWords(amount: string, { isDecided }: MoneyFacts): string[] {
  const gone = `Your ${amount} is no longer held, and we did not take it.`;
  return isDecided ? [gone] : [gone, 'We write to you if you have to pay again.'];
}
