import {
  EVERY_MONEY,
  everyLetter,
  TEST_COUNCIL,
  TEST_LETTER_FACTS,
} from '../../test/builders/letters.js';
import { readingLevel } from '../../test/support/reading-level.js';
import { composeApproval } from './approval-letter.rules.js';
import { letterBody, type LetterContent, readBody } from './letter-content.rules.js';
import { aPermit } from './letter-facts.rules.js';
import { LETTER_KINDS } from './letter-kinds.rules.js';
import { moneyOnArrival, moneyReleased, moneyTaken } from './money-words.rules.js';
import { composeReceipt } from './receipt-letter.rules.js';
import { composeRejection } from './rejection-letter.rules.js';
import { gsmLength, LONGEST_TEXT, textMessage } from './text-message.rules.js';
import { localDate } from '../shared/london-date.js';

const LETTERS = everyLetter();

/** Checks each letter and names the one at fault, without a test for each of a thousand. */
function eachLetter(check: (content: LetterContent) => void): void {
  for (const [name, content] of LETTERS) {
    try {
      check(content);
    } catch (error) {
      throw new Error(`${name}\n\n${letterBody(content)}\n\n${String(error)}`, { cause: error });
    }
  }
}

describe('every letter, with every optional fact there and absent', () => {
  it('is of every kind there is', () => {
    expect([...new Set(LETTERS.map(([, { kind }]) => kind))].sort()).toEqual(
      [...LETTER_KINDS].sort(),
    );
  });

  it('has a subject of at most 60 characters with the reference', () => {
    eachLetter(({ subject }) => {
      expect(subject).toContain('PD-7KMX-4TPC');
      expect(subject.length).toBeLessThanOrEqual(60);
    });
  });

  it('says what happened and the reference in the first two paragraphs', () => {
    eachLetter(({ blocks }) => {
      expect(blocks.slice(0, 2).map(({ is }) => is)).toEqual(['paragraph', 'paragraph']);
      expect(JSON.stringify(blocks[1])).toContain('PD-7KMX-4TPC');
    });
  });

  it('prints nothing that is missing (U7.3)', () => {
    eachLetter((content) => {
      const printed = `${content.subject}\n\n${letterBody(content)}\n\n${content.text}`;
      expect(printed).not.toMatch(/undefined|null|NaN|\[object|\{\{|\(\(/);
      expect(printed).not.toMatch(/ {2}|\n{3}|\s[.,;]|\.\.|:\s*\.|^(?:\*|#|\d+\.)\s*$/m);
      for (const block of content.blocks) {
        const words = 'items' in block ? block.items : [block.words];
        expect(words.length).toBeGreaterThan(0);
        for (const item of words) expect(item.trim()).not.toBe('');
      }
    });
  });

  it('is read back from its body exactly, so a stored letter shows as it was sent (U7.1)', () => {
    eachLetter((content) => {
      expect(letterBody({ ...content, blocks: readBody(letterBody(content)) })).toBe(
        letterBody(content),
      );
      expect(readBody(letterBody(content))).toEqual(content.blocks);
    });
  });

  it('is easy to read: grade 9 or less, sentences of 25 words or fewer (U6.6)', () => {
    eachLetter((content) => {
      const level = readingLevel(letterBody(content));
      expect(level.grade).toBeLessThanOrEqual(9);
      expect({ ...level, longestWords: Math.min(level.longestWords, 25) }).toEqual(level);
    });
  });

  it('has a text of one message, with no personal data but the reference', () => {
    eachLetter(({ text }) => {
      expect(text).toContain('PD-7KMX-4TPC');
      expect(gsmLength(text)).toBeLessThanOrEqual(LONGEST_TEXT);
      expect(text).not.toMatch(/AB12|bill|Blue Badge|V5C|£|https?:|Z3/);
    });
  });

  it('promises no day on which money shows', () => {
    for (const money of EVERY_MONEY) {
      for (const words of [moneyReleased(money), moneyTaken(money), moneyOnArrival(money)]) {
        expect(words).not.toMatch(/\bdays?\b|\bweeks?\b|\bhours?\b|soon/);
      }
    }
  });
});

describe('the money sentence of a rejection', () => {
  it.each([
    [{ is: 'none' }, 'You were not charged for this application.'],
    [
      { is: 'held', pence: 5500 },
      'We have told the payment service to cancel the hold of £55. The money returns to your available balance. Your bank or card provider decides when it shows.',
    ],
    [
      { is: 'taken', pence: 2750 },
      'We have told the payment service to refund £27.50 to the card you paid with. Your bank or card provider decides when it shows.',
    ],
    [
      { is: 'unknown', pence: 5500 },
      'We have told the payment service to give back your £55. It cancels the hold or refunds your card. Your bank or card provider decides when it shows.',
    ],
  ] as const)('is true for %j', (money, words) => {
    expect(moneyReleased(money)).toBe(words);
  });
});

describe('a rejection', () => {
  const reasons = [
    { words: 'The first.', bring: 'Send one.' },
    { words: 'The second.', bring: 'Send two.' },
  ];
  const facts = { ...TEST_LETTER_FACTS, money: { is: 'none' } } as const;

  it('keeps the order people need', () => {
    const headings = composeRejection({ ...facts, reasons })
      .blocks.filter((block) => block.is === 'heading')
      .map(({ words }) => words);
    expect(headings).toEqual([
      'Why: 2 reasons',
      'What to send next time',
      'Your money',
      'Where your application stands',
      'How to apply again',
      'If you want to talk about the reasons',
    ]);
  });

  it('numbers several reasons, and says what two share only once (U7.2)', () => {
    const twice = [...reasons, { words: 'The second.', bring: 'Send two.' }];
    const body = letterBody(composeRejection({ ...facts, reasons: twice }));
    expect(body).toContain('1. The first.\n2. The second.\n\n# What');
    expect(body).toContain('1. Send one.\n2. Send two.\n\n# Your money');
    const one = letterBody(composeRejection({ ...facts, reasons: reasons.slice(0, 1) }));
    expect(one).toContain('# Why\n\nThe first.\n\n#');
  });

  it('gives the council’s number and the address to apply at', () => {
    const body = letterBody(composeRejection({ ...facts, reasons }));
    expect(body).toContain(TEST_COUNCIL.phone);
    expect(body).toContain(`Apply here:\n${TEST_COUNCIL.applyUrl}`);
  });

  it('lets nothing an officer typed become mark-up', () => {
    const typed = ['# Big', '* item', '1. first', '> quote', 'two\n\nparagraphs', '--- line'];
    const own = typed.map((words) => ({ words, bring: words }));
    const body = letterBody(composeRejection({ ...facts, reasons: own }));
    expect(body.match(/^# .*/gm)).toHaveLength(6);
    expect(body).toContain('1. \u200b# Big\n2. \u200b* item\n3. \u200b1. first');
    expect(body).toContain('5. two paragraphs');
  });
});

describe('an approval', () => {
  it('opens renewal 30 days before the last day (R-REN-1)', () => {
    const content = composeApproval({
      ...TEST_LETTER_FACTS,
      ...{ permitReference: 'PP-1', registration: null, zones: [], money: { is: 'none' } },
      startsOn: localDate('2026-04-01'),
      endsOn: localDate('2027-03-31'),
    });
    expect(letterBody(content)).toContain('renew the permit from 1 March 2027, not earlier.');
  });
});

describe('a receipt', () => {
  it('says that it is no permit (R-PUR-3)', () => {
    const content = composeReceipt({
      ...TEST_LETTER_FACTS,
      ...{ paperLabels: [], targetWorkingDays: 5, money: { is: 'held', pence: 5500 } },
    });
    expect(letterBody(content)).toContain('# This is not a permit');
    expect(content.text).toContain('This is not a permit.');
  });
});

describe('words for a permit', () => {
  it.each([
    ['Resident', 'a resident permit'],
    ['Essential carer', 'an essential carer permit'],
    ['Vehicle Change Request', 'a Vehicle Change Request'],
  ])('%s: %s', (name, words) => {
    expect(aPermit(name)).toBe(words);
  });
});

describe('a text message', () => {
  it('counts in the GSM alphabet', () => {
    expect(gsmLength('£5 [x]')).toBe(8);
    expect(gsmLength('it’s')).toBeNull();
  });

  it('takes the longest wording that is one message, in plain quotes', () => {
    const long = 'x'.repeat(161);
    expect(textMessage([long, 'the council’s – short'])).toBe("the council's - short");
    expect(textMessage(['x'.repeat(160), 'short'])).toBe('x'.repeat(160));
    expect(textMessage([`${'x'.repeat(20)}ł`, 'short'])).toBe('short');
  });

  it('still fits when the council’s name is long', () => {
    const council = { ...TEST_COUNCIL, name: 'Council of the '.repeat(12), phone: '0'.repeat(80) };
    const reasons = [{ words: 'A.', bring: 'B.' }];
    const facts = { ...TEST_LETTER_FACTS, council, reasons, money: { is: 'none' } } as const;
    expect(gsmLength(composeRejection(facts).text)).toBeLessThanOrEqual(LONGEST_TEXT);
  });
});
