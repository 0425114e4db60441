import { composePaidAnotherWay } from '../../src/letters/another-way-letter.rules.js';
import { composeApproval } from '../../src/letters/approval-letter.rules.js';
import type { CouncilFacts } from '../../src/letters/council-facts.rules.js';
import {
  composeEvidenceReminder,
  composeEvidenceRequest,
  type EvidenceItem,
} from '../../src/letters/evidence-letters.rules.js';
import {
  composeExceptionApproved,
  composeExceptionDeclined,
} from '../../src/letters/exception-letters.rules.js';
import type { LetterContent } from '../../src/letters/letter-content.rules.js';
import type { LetterMoney } from '../../src/letters/money-words.rules.js';
import {
  composeReopened,
  composeReviewOpened,
  composeReviewUpheld,
} from '../../src/letters/looked-again-letters.rules.js';
import { composePaymentRequest } from '../../src/letters/payment-letters.rules.js';
import { composeReceipt } from '../../src/letters/receipt-letter.rules.js';
import { composeRejection } from '../../src/letters/rejection-letter.rules.js';
import { composeWithdrawal } from '../../src/letters/withdrawal-letter.rules.js';
import { WAY_WORDS, WAYS_TO_PAY } from '../../src/paid-another-way/ways-to-pay.rules.js';
import { localDate } from '../../src/shared/london-date.js';
import { FIRST_WORDINGS } from './first-wordings.js';

const STATUS_LINK = 'https://desk.example.org/s/abcdef0123456789';

export const TEST_COUNCIL: CouncilFacts = {
  name: 'Leicestershire County Council',
  phone: '0116 305 5442',
  supportEmail: 'help@example.org',
  supportPhone: '01632 960001, option 2',
  applyUrl: 'https://permits.example.org/apply',
  statusLinkOf: () => STATUS_LINK,
};

export const TEST_LETTER_FACTS = {
  council: TEST_COUNCIL,
  reference: 'PD-7KMX-4TPC',
  permitTypeName: 'Resident',
  wordings: FIRST_WORDINGS,
  statusLink: STATUS_LINK,
};

export const EVERY_MONEY: readonly LetterMoney[] = [
  { is: 'none' },
  { is: 'held', pence: 5500 },
  { is: 'taken', pence: 2750 },
  { is: 'unknown', pence: 123_456 },
  { is: 'returned', pence: 5500 },
];

export const PERMIT_TYPE_NAMES = [
  'Resident',
  'Disabled resident',
  'Motorcycle',
  'Temporary resident',
  'Essential carer',
  'Business',
  'Vehicle Change Request',
];

const REASONS = [
  { words: 'Your tenancy agreement is not signed.', bring: 'Send a signed one.' },
  { words: 'We could not read your V5C log book.', bring: 'Send a clear photo.' },
];

const ITEMS: EvidenceItem[] = [
  {
    paperLabel: 'Utility bill',
    wrong: 'Your utility bill is too old.',
    wouldDo: 'Send a utility bill dated on or after 4 September 2026.',
  },
  {
    paperLabel: 'V5C registration document',
    wrong: 'We could not read all of your V5C log book.',
    wouldDo: 'Send it again as a clear photo or scan.',
  },
];

const LOOKED_AGAIN = 'We read the date on your bill wrongly.\n\nThe bill is from October.';

/** Every letter there is, with every optional fact there and absent, by a name for each. */
export function everyLetter(): [name: string, content: LetterContent][] {
  return PERMIT_TYPE_NAMES.flatMap((permitTypeName) => {
    const facts = { ...TEST_LETTER_FACTS, permitTypeName };
    const inWords = EVERY_MONEY.flatMap((money): [string, LetterContent][] => [
      ...upTo(REASONS).map((reasons) => letter(composeRejection({ ...facts, reasons, money }))),
      ...either('The resident rang to say that he has moved.').map((reason) =>
        letter(composeWithdrawal({ ...facts, reason, money })),
      ),
      ...either(5).flatMap((targetWorkingDays) =>
        [[], ['Utility bill', 'V5C registration document']].map((paperLabels) =>
          letter(composeReceipt({ ...facts, paperLabels, targetWorkingDays, money })),
        ),
      ),
      ...everyApproval(facts, money),
      ...[true, false].map((isAsked) =>
        letter(composeReopened({ ...facts, isAsked, reason: LOOKED_AGAIN, money })),
      ),
      letter(composeReviewUpheld({ ...facts, reasons: LOOKED_AGAIN, money })),
    ]);
    const requests = upTo(ITEMS).flatMap((items) => {
      const request = {
        ...facts,
        items,
        answerByOn: localDate('2026-12-04'),
        link: 'https://desk.example.org/answer/abcdef0123456789',
      };
      return [letter(composeEvidenceRequest(request)), letter(composeEvidenceReminder(request))];
    });
    const opened = composeReviewOpened({ ...facts, answerByOn: localDate('2026-12-18') });
    const exceptions = [
      letter(composeExceptionApproved({ ...facts, pence: 2750 })),
      letter(composeExceptionDeclined({ ...facts, pence: 123_456, reason: 'It was in use.' })),
    ];
    const money = [...everyPaymentRequest(facts), ...everyOtherWay(facts), ...exceptions];
    return [...inWords, ...requests, ...money, letter(opened)];
  }).map(([name, content], index) => [`${name} ${index + 1}`, content]);
}

function everyPaymentRequest(facts: typeof TEST_LETTER_FACTS): [string, LetterContent][] {
  return [true, false].flatMap((isCancelled) =>
    [5500, 123_456].map((pence) =>
      letter(
        composePaymentRequest({
          ...{ ...facts, pence, isCancelled, payByOn: localDate('2026-12-04') },
          link: 'https://desk.example.org/p/abcdef0123456789',
        }),
      ),
    ),
  );
}

function everyOtherWay(facts: typeof TEST_LETTER_FACTS): [string, LetterContent][] {
  return WAYS_TO_PAY.flatMap((way) =>
    either('Cheque 000123').map((paymentReference) =>
      letter(
        composePaidAnotherWay({
          ...{ ...facts, pence: 123_456, how: WAY_WORDS[way], paymentReference },
          paidOn: localDate('2026-11-19'),
        }),
      ),
    ),
  );
}

function everyApproval(
  facts: typeof TEST_LETTER_FACTS,
  money: LetterMoney,
): [string, LetterContent][] {
  const terms = { startsOn: localDate('2026-12-01'), endsOn: localDate('2027-11-30') };
  return either('PP-7KMX-4TPC').flatMap((permitReference) =>
    either('AB12 CDE').flatMap((registration) =>
      [[], ['Z3'], ['Z3', 'Z4']].map((zones) =>
        letter(
          composeApproval({ ...facts, ...terms, permitReference, registration, zones, money }),
        ),
      ),
    ),
  );
}

function letter(content: LetterContent): [string, LetterContent] {
  return [content.kind, content];
}

function either<T>(fact: T): (T | null)[] {
  return [fact, null];
}

function upTo<T>(items: readonly T[]): T[][] {
  return items.map((_, index) => items.slice(0, index + 1));
}
