import { localDate } from '../shared/london-date.js';
import type { Contact } from './address-letter.rules.js';
import { composePaidAnotherWay } from './another-way-letter.rules.js';
import { composeApproval } from './approval-letter.rules.js';
import type { CouncilFacts } from './council-facts.rules.js';
import { composeEvidenceReminder, composeEvidenceRequest } from './evidence-letters.rules.js';
import { composeExceptionApproved, composeExceptionDeclined } from './exception-letters.rules.js';
import type { LetterContent } from './letter-content.rules.js';
import type { StatusLetterFacts, WordedLetterFacts } from './letter-facts.rules.js';
import type { EditableLetterKind, LetterTemplates } from './letter-vocabulary.rules.js';
import type { LetterMoney } from './money-words.rules.js';
import { composePaymentRequest } from './payment-letters.rules.js';
import { composeReceipt } from './receipt-letter.rules.js';
import { composeRejection } from './rejection-letter.rules.js';
import { composeWithdrawal } from './withdrawal-letter.rules.js';

/** An invented case that new words are tried on before they are published. */
export interface SampleLetter {
  name: string;
  contact: Contact;
  content: LetterContent;
}

interface SampleCase {
  name: string;
  contact: Contact;
  permitTypeName: string;
  money: LetterMoney;
  /** Whether the optional facts are there: reasons, papers, registration, zone. */
  isFull: boolean;
}

const CONTACT: Contact = {
  name: 'Sam Sample',
  email: 'sam.sample@example.org',
  mobile: '07700 900123',
  preference: 'email',
  postalLines: ['1 Sample Street', 'Loughborough', 'LE11 1AA'],
};

const SAMPLE_CASES: readonly SampleCase[] = [
  {
    name: 'Held payment, several reasons or papers, by e-mail',
    contact: CONTACT,
    permitTypeName: 'Resident',
    money: { is: 'held', pence: 5500 },
    isFull: true,
  },
  {
    name: 'Free, as little as there can be, by post',
    contact: { ...CONTACT, email: null, preference: 'post' },
    permitTypeName: 'Essential carer',
    money: { is: 'none' },
    isFull: false,
  },
  {
    name: 'Paid, by e-mail and text message',
    contact: { ...CONTACT, preference: 'text' },
    permitTypeName: 'Vehicle Change Request',
    money: { is: 'taken', pence: 123_456 },
    isFull: true,
  },
];

const REASONS = [
  {
    words: 'Your utility bill is too old.',
    bring: 'Send a utility bill dated on or after 20 August 2026.',
  },
  { words: 'We could not read all of your V5C log book.', bring: 'Send a clear photo of it.' },
] as const;

/** The letter of this kind in these words, for every sample case. */
export function sampleLetters(
  kind: EditableLetterKind,
  templates: LetterTemplates,
  council: CouncilFacts,
): SampleLetter[] {
  return SAMPLE_CASES.map((sample) => ({
    name: sample.name,
    contact: sample.contact,
    content: compose(kind, sample, {
      council,
      reference: 'PD-7KMX-4TPC',
      permitTypeName: sample.permitTypeName,
      wordings: only(kind, templates),
      statusLink: 'https://desk.example.org/s/sample-link',
    }),
  }));
}

/** A sample needs the words of its own kind and of no other. */
function only(kind: EditableLetterKind, templates: LetterTemplates): WordedLetterFacts['wordings'] {
  const wording = { ...templates, version: 0 };
  const none = { ...wording, subject: '', body: '', text: '' };
  return {
    ...{ application_received: none, application_approved: none, application_rejected: none },
    ...{ application_withdrawn: none, evidence_requested: none, evidence_reminder: none },
    ...{ payment_requested: none, paid_another_way: none },
    ...{ exception_approved: none, exception_declined: none },
    [kind]: wording,
  };
}

function compose(
  kind: EditableLetterKind,
  { money, isFull }: SampleCase,
  facts: StatusLetterFacts,
): LetterContent {
  const request = requestFacts(facts, isFull);
  switch (kind) {
    case 'application_received':
      return composeReceipt({
        ...{ ...facts, money },
        paperLabels: isFull ? ['Utility bill', 'V5C registration document'] : [],
        targetWorkingDays: isFull ? 5 : null,
      });
    case 'application_approved':
      return composeApproval({
        ...{ ...facts, money },
        ...{ startsOn: localDate('2026-12-01'), endsOn: localDate('2027-11-30') },
        permitReference: isFull ? 'PP-7KMX-4TPC' : null,
        registration: isFull ? 'AB12 CDE' : null,
        zones: isFull ? ['Z3', 'Z4'] : [],
      });
    case 'application_rejected':
      return composeRejection({ ...facts, money, reasons: REASONS.slice(0, isFull ? 2 : 1) });
    case 'application_withdrawn':
      return composeWithdrawal({
        ...{ ...facts, money },
        reason: isFull ? 'You asked us to withdraw it.' : null,
      });
    case 'evidence_requested':
      return composeEvidenceRequest(request);
    case 'evidence_reminder':
      return composeEvidenceReminder(request);
    case 'exception_approved':
    case 'exception_declined':
    case 'payment_requested':
    case 'paid_another_way':
      return composeOfMoney(kind, isFull, facts);
  }
}

/** The letters that are about money and nothing else. */
function composeOfMoney(
  kind: 'exception_approved' | 'exception_declined' | 'payment_requested' | 'paid_another_way',
  isFull: boolean,
  facts: StatusLetterFacts,
): LetterContent {
  switch (kind) {
    case 'exception_approved':
      return composeExceptionApproved({ ...facts, pence: isFull ? 2750 : 5500 });
    case 'exception_declined':
      return composeExceptionDeclined({
        ...{ ...facts, pence: isFull ? 123_456 : 5500 },
        reason: 'The permit was used for 11 months.',
      });
    case 'payment_requested':
      return composePaymentRequest({
        ...{ ...facts, pence: isFull ? 123_456 : 5500, isCancelled: !isFull },
        payByOn: localDate('2026-12-04'),
        link: 'https://desk.example.org/p/sample-link',
      });
    case 'paid_another_way':
      return composePaidAnotherWay({
        ...{ ...facts, pence: isFull ? 123_456 : 5500 },
        ...{ how: isFull ? 'by a transfer to your bank account' : 'by cheque' },
        paidOn: localDate('2026-12-01'),
        paymentReference: isFull ? 'BACS 4711' : null,
      });
  }
}

function requestFacts(facts: WordedLetterFacts, isFull: boolean) {
  return {
    ...facts,
    items: REASONS.slice(0, isFull ? 2 : 1).map(({ words, bring }, index) => ({
      paperLabel: index === 0 ? 'Utility bill' : 'V5C registration document',
      ...{ wrong: words, wouldDo: bring },
    })),
    answerByOn: localDate('2026-12-04'),
    link: 'https://desk.example.org/r/sample-link',
  };
}
