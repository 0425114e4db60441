import type { LetterMoney } from '../letters/money-words.rules.js';

const MONEY_RELEASED: Readonly<Record<LetterMoney['is'], string>> = {
  none: 'No money moves: nothing is held or taken for this application.',
  held: 'The payment service is told to cancel the hold.',
  taken: 'The payment service is told to refund the payment.',
  unknown: 'The payment service is asked what it holds, and told to give it back.',
  returned: 'No money moves: the payment service was told before to give it back.',
};

/** Some decisions are drawn for a second look; who decides cannot know it beforehand. */
export const LETTER_GOES =
  'The letter below is sent now. If the decision is drawn for a second look, it is sent after that.';

/** What the desk does with the money and the place when there will be no permit. */
export function releaseEffects(money: LetterMoney): string[] {
  return [
    MONEY_RELEASED[money.is],
    'The place it held at this property is free again at once.',
    LETTER_GOES,
  ];
}
