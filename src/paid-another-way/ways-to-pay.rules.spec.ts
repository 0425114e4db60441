import { tellableReference, WAY_LABELS, WAY_WORDS, WAYS_TO_PAY } from './ways-to-pay.rules.js';

describe('the reference of a payment that was made another way', () => {
  it.each(['Cheque 000123', 'BACS 4711', 'CHQ-000123', '2026/11 no 17', 'R.17'])(
    '%s is told to the resident',
    (reference) => {
      expect(tellableReference(` ${reference} `)).toBe(reference);
    },
  );

  it.each([
    ['an account number', '12345678'],
    ['an account number in parts', 'acc 1234 5678'],
    ['a sort code', '20-00-00'],
    ['a sort code with blanks', 'to 20 00 00'],
    ['a card number', '4444 3333 2222 1111'],
    ['an e-mail address', 'sam.sample@example.org'],
    ['what is longer than a reference', 'x'.repeat(31)],
    ['other characters', 'Cheque «1»'],
    ['nothing', '  '],
  ])('%s is not', (_, reference) => {
    expect(tellableReference(reference)).toBeNull();
  });

  it('every way has words for staff and for the resident', () => {
    for (const way of WAYS_TO_PAY) {
      expect(WAY_LABELS[way]).toMatch(/^[A-Z]/);
      expect(WAY_WORDS[way]).toMatch(/^(by|in) /);
    }
  });
});
