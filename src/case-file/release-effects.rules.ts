import type { LetterMoney } from '../letters/money-words.rules.js';

const MONEY_RELEASED: Readonly<Record<LetterMoney['is'], string>> = {
  none: 'No money moves: nothing is held or taken for this application.',
  held: 'The payment service is told to cancel the hold.',
  taken: 'The payment service is told to refund the payment.',
  unknown: 'The payment service is asked what it holds, and told to give it back.',
};

/** What the desk does with the money and the place when there will be no permit. */
export function releaseEffects(money: LetterMoney): string[] {
  return [
    MONEY_RELEASED[money.is],
    'The place it held at this property is free again at once.',
    'The letter below is sent now.',
  ];
}
