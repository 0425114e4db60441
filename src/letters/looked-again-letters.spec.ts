import { TEST_LETTER_FACTS } from '../../test/builders/letters.js';
import { localDate } from '../shared/london-date.js';
import { letterBody, type LetterContent } from './letter-content.rules.js';
import {
  composeReopened,
  composeReviewOpened,
  composeReviewUpheld,
} from './looked-again-letters.rules.js';
import type { LetterMoney } from './money-words.rules.js';

const printed = (letter: LetterContent) =>
  [letter.subject, letterBody(letter), letter.text].join('\n\n---\n\n');
const reason = 'We read the date on your bill wrongly.\nIt is from October, so it is not too old.';
const returned: LetterMoney = { is: 'returned', pence: 5500 };

/** The words of C7, for whoever reads them over. */
describe('letters about a decision that was looked at again', () => {
  it.each([
    ['free, found by us', { isAsked: false, money: { is: 'none' } as LetterMoney }],
    ['money given back, asked for', { isAsked: true, money: returned }],
    [
      'money still held',
      { isAsked: true, money: { is: 'held', pence: 5500 } satisfies LetterMoney },
    ],
  ])('taken up again: %s', (_, facts) => {
    expect(printed(composeReopened({ ...TEST_LETTER_FACTS, ...facts, reason }))).toMatchSnapshot();
  });

  it('a request for a review came', () => {
    const answerByOn = localDate('2026-12-18');
    expect(printed(composeReviewOpened({ ...TEST_LETTER_FACTS, answerByOn }))).toMatchSnapshot();
  });

  it.each([
    ['free', { is: 'none' } as LetterMoney],
    ['money given back', returned],
  ])('the decision stands: %s', (_, money) => {
    const upheld = composeReviewUpheld({ ...TEST_LETTER_FACTS, reasons: reason, money });
    expect(printed(upheld)).toMatchSnapshot();
  });

  it('never promise a decision on money that was given back', () => {
    const letter = letterBody(
      composeReopened({ ...TEST_LETTER_FACTS, isAsked: false, reason, money: returned }),
    );
    expect(letter).toContain('apply again and pay again');
    expect(letter).not.toContain('You need not send anything now');
  });
});
