import { formatDateTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import { givenBackTwice } from './given-back-twice.rules.js';
import type { MoneyFacts } from './money-facts.rules.js';
import { currentPayment, type MoneySituation, moneySituation } from './money-situation.rules.js';
import { type MoneyStep, stepsOf } from './money-steps.rules.js';

/** The money of a case in plain words, for those who work on it. */
export interface MoneyStory {
  situation: MoneySituation['is'];
  /** Where the money is. */
  now: string;
  /** When the payment service said so; null without a payment, or before the first reading. */
  readAt: string | null;
  /** What happened, the first thing first. */
  steps: MoneyStep[];
  /** What happens next, or what somebody has to do. */
  next: string[];
  /** What does not fit together; empty when the provider and the ledger say the same. */
  alarms: string[];
}

export function moneyStory(facts: MoneyFacts): MoneyStory {
  const situation = moneySituation(facts);
  const payment = currentPayment(facts.payments);
  return {
    situation: situation.is,
    now: sayBy(NOW, situation, facts),
    readAt: payment?.stateReadAt ? formatDateTime(payment.stateReadAt) : null,
    steps: stepsOf(facts),
    next: [...exceptionLines(facts), ...sayBy(NEXT, situation, facts), ...awayLines(facts)],
    alarms: alarmsOf(facts),
  };
}

type Situated<Said> = {
  [Is in MoneySituation['is']]: (
    situation: Extract<MoneySituation, { is: Is }>,
    amount: string,
    facts: MoneyFacts,
  ) => Said;
};
type Say<Said> = (situation: MoneySituation, amount: string, facts: MoneyFacts) => Said;

function sayBy<Said>(table: Situated<Said>, situation: MoneySituation, facts: MoneyFacts): Said {
  const amount = situation.is === 'free' ? '' : formatPounds(situation.pence);
  return (table[situation.is] as Say<Said>)(situation, amount, facts);
}

const NOW: Situated<string> = {
  free: () => 'Free: no payment was made.',
  not_read: (_, amount) => `${amount}, not yet read at the payment service.`,
  unpaid: (_, amount) => `${amount}, not paid yet.`,
  being_paid: (_, amount) => `${amount} is being paid.`,
  held: ({ until }, amount) =>
    `${amount} held on the card${until === null ? '' : ` until ${formatDateTime(until)}`}.`,
  being_taken: (_, amount) => `The ${amount} is being taken.`,
  taken: ({ returnedPence }, amount) =>
    `${amount} taken${returnedPence > 0 ? `, ${formatPounds(returnedPence)} of it given back` : ''}.`,
  taken_undecided: (_, amount) =>
    `${amount} taken, because nobody had decided before the hold ended.`,
  giving_back: (_, amount) => `${amount} is being given back.`,
  refund_failed: (_, amount) => `The refund of ${amount} failed at the bank.`,
  needs_person: ({ isReturn }, amount) =>
    `${amount} could not be ${isReturn ? 'given back' : 'taken'}.`,
  hold_cancelled: (_, amount) => `The hold of ${amount} is cancelled.`,
  nothing_held: (_, amount) => `Nothing is held or taken of the ${amount}.`,
  given_back: (_, amount) => `${amount} given back to the card.`,
  settled_another_way: (_, amount) => `${amount} given back another way than by card.`,
  lapsed: (_, amount) => `Nothing is held: the hold of ${amount} lapsed or the payment failed.`,
  asked_to_pay_again: (_, amount) =>
    `Nothing is held. The resident was asked to pay ${amount} again.`,
  error: (_, amount) => `The payment service reports an error for this payment of ${amount}.`,
};

const BANK_DECIDES = 'The bank decides when the resident sees the money.';
const WE_ASK = 'We ask the payment service until it confirms.';
/** Only a rejection that was drawn for a second look asks nothing of the payment service at once. */
const HELD_WITH_DECISION =
  'The decision waits for a second look. The money stays held until that is over.';
const ONCE_PAID = 'It can be approved once it is paid.';

const NEXT: Situated<string[]> = {
  free: () => [],
  not_read: () => ['The payment service is asked within a minute.'],
  unpaid: () => [ONCE_PAID],
  being_paid: () => [ONCE_PAID],
  held: (_, __, { isDecided, takenUndecidedAt }) =>
    isDecided ? [HELD_WITH_DECISION] : heldNext(takenUndecidedAt),
  being_taken: ({ isUndecided }) => [
    isUndecided
      ? 'Nobody had decided, so it is taken before the hold ends. A rejection gives it back.'
      : WE_ASK,
  ],
  taken: () => [],
  taken_undecided: () => [
    'An approval keeps it. A rejection or withdrawal gives it back to the card.',
  ],
  giving_back: ({ isAtBank }) => [
    isAtBank ? 'The refund is with the bank. We look every 15 minutes until it is done.' : WE_ASK,
    BANK_DECIDES,
  ],
  refund_failed: () => ['A supervisor pays it another way and records it on the refunds board.'],
  needs_person: () => ['It is on the refunds board: somebody must look at it.'],
  hold_cancelled: () => [BANK_DECIDES],
  nothing_held: () => [],
  given_back: () => [BANK_DECIDES],
  settled_another_way: () => [],
  lapsed: (_, __, { isDecided }) =>
    isDecided ? [] : ['It cannot be approved before it is paid. Ask the resident to pay again.'],
  asked_to_pay_again: () => ['It can be approved once the resident has paid.'],
  error: () => ['It cannot be approved with this payment. Ask the resident to pay again.'],
};

/** R-PAY-1: a hold that nobody decided about is taken before it lapses, and never lost unnoticed. */
function heldNext(takenAt: Date | null): string[] {
  if (takenAt === null) return [];
  return [
    `An approval takes it, a rejection cancels the hold. If nobody decides, it is taken on ${formatDateTime(takenAt)}.`,
  ];
}

function exceptionLines({ exceptions }: MoneyFacts): string[] {
  return exceptions.map(
    ({ amountPence, askedBy, askedAt }) =>
      `${askedBy} asked on ${formatDateTime(askedAt)} to give back ${formatPounds(amountPence)} as an exception. Somebody else must approve it.`,
  );
}

function awayLines({ awaySince }: MoneyFacts): string[] {
  return awaySince === null
    ? []
    : [
        `The payment service has not answered since ${formatDateTime(awaySince)}. What was asked is carried out when it is back.`,
      ];
}

function alarmsOf(facts: MoneyFacts): string[] {
  return [...twiceAlarms(facts), ...holdAlarms(facts)];
}

/** Money that was settled another way, and refunded to the card after all (R-PAY-4). */
function twiceAlarms(facts: MoneyFacts): string[] {
  return givenBackTwice(facts).map(
    (pence) =>
      `${formatPounds(pence)} went back twice: another way, and to the card after all. A supervisor says on the refunds board how it ended.`,
  );
}

/** A hold is in the ledger exactly while the provider holds the money. */
function holdAlarms({ payments, journals }: MoneyFacts): string[] {
  const payment = currentPayment(payments);
  if (!payment?.stateReadAt) return [];
  const own = journals.filter(({ paymentId }) => paymentId === payment.id);
  const has = (kind: string) => own.some((journal) => journal.kind === kind);
  const isHeldInLedger = has('hold_placed') && !has('hold_voided') && !has('captured');
  const isHeld = payment.state === 'capturable';
  const isTaken = payment.state === 'success';
  if (own.length === 0 || (isHeldInLedger === isHeld && isTaken === has('captured'))) return [];
  return [
    'The ledger and the payment service do not agree about this payment. Tell whoever looks after the ledger.',
  ];
}
