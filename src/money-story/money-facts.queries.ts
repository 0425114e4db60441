import { holdHoursAt, stageReachedAt } from '../hold-endings/hold-stages.rules.js';
import { ledgerOf } from '../ledger/ledger.queries.js';
import type { PostedJournal } from '../ledger/ledger-terms.rules.js';
import { paidAnotherWayOf } from '../paid-another-way/paid-another-way.queries.js';
import { commandsOf } from '../payments/payment-commands.store.js';
import { paymentsOf } from '../payments/payments.store.js';
import { readServiceState } from '../payments/service-state.queries.js';
import { policyBook } from '../policy/policy-book.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import type { CommandFact, JournalFact, MoneyFacts, PaymentFact } from './money-facts.rules.js';
import { currentPayment, isUnderWay } from './money-situation.rules.js';
import { askedToPayAgainAt, exceptionsWaiting } from './waiting-for-people.queries.js';

interface MoneyOf {
  /** The application's. */
  id: string;
  decidedAt: Date | null;
}

/** All that is known of the money of one case. */
export async function readMoneyFacts(
  reader: Reader,
  { id: applicationId, decidedAt }: MoneyOf,
  now: Date,
): Promise<MoneyFacts> {
  const isDecided = decidedAt !== null;
  const [payments, commands, journals] = await Promise.all([
    paymentsOf(reader, applicationId),
    commandsOf(reader, applicationId),
    ledgerOf(reader, { applicationId }),
  ]);
  const payment = currentPayment(payments);
  if (!payment) return { ...NO_MONEY, isDecided };
  const [seldom, takenAt] = await Promise.all([
    seldomFacts(reader, applicationId, { payment, commands }),
    takenUndecidedAt(reader, payment, now),
  ]);
  return {
    ...{ isDecided, payments, commands, journals: journals.map(journalFact) },
    ...{ ...seldom, takenUndecidedAt: takenAt },
  };
}

type Seldom = Pick<MoneyFacts, 'otherWays' | 'awaySince' | 'exceptions' | 'askedToPayAgainAt'>;

/** Asked for only where it can be: most cases cost nothing of it. */
async function seldomFacts(
  reader: Reader,
  applicationId: string,
  { payment, commands }: { payment: PaymentFact; commands: readonly CommandFact[] },
): Promise<Seldom> {
  const isPaidOtherwise = commands.some(({ state }) => state === 'settled_another_way');
  const isTaken = payment.state === 'success';
  const [ways, service, exceptions, askedAt] = await Promise.all([
    isPaidOtherwise ? paidAnotherWayOf(reader, applicationId) : [],
    commands.some(isUnderWay) ? readServiceState(reader) : null,
    isTaken ? exceptionsWaiting(reader, applicationId) : [],
    isTaken ? null : askedToPayAgainAt(reader, applicationId),
  ]);
  return {
    otherWays: ways.map((way) => ({ ...way, settledBy: way.settledByName })),
    awaySince: service?.awaySince ?? null,
    exceptions,
    askedToPayAgainAt: askedAt,
  };
}

const NO_MONEY: Omit<MoneyFacts, 'isDecided'> = {
  ...{ payments: [], commands: [], journals: [], exceptions: [], otherWays: [] },
  ...{ askedToPayAgainAt: null, awaySince: null, takenUndecidedAt: null },
};

async function takenUndecidedAt(reader: Reader, payment: PaymentFact, now: Date) {
  const { state, holdEndsAt } = payment;
  if (state !== 'capturable' || holdEndsAt === null) return null;
  const hours = holdHoursAt((await policyBook(reader)).settings, now);
  return stageReachedAt('capture', holdEndsAt, hours);
}

/** What is taken is what goes to the bank, whatever was held of it before. */
function journalFact({ entries, ...journal }: PostedJournal): JournalFact {
  const told = entries.filter(
    ({ debit }) => journal.kind !== 'captured' || debit === 'provider_clearing',
  );
  return { ...journal, amountPence: told.reduce((sum, { pence }) => sum + pence, 0) };
}
