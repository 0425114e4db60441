import { holdHoursAt, stageReachedAt } from '../hold-endings/hold-stages.rules.js';
import { ledgerOf } from '../ledger/ledger.queries.js';
import type { PostedJournal } from '../ledger/ledger-terms.rules.js';
import { paidAnotherWayOf } from '../paid-another-way/paid-another-way.queries.js';
import { commandsOf, paymentsOf } from '../payments/payments.store.js';
import { readServiceState } from '../payments/service-state.queries.js';
import { policyBook } from '../policy/policy-book.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import type { JournalFact, MoneyFacts, PaymentFact } from './money-facts.rules.js';
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
  const payments = await paymentsOf(reader, applicationId);
  if (payments.length === 0) return { ...NO_MONEY, isDecided };
  const commands = await commandsOf(reader, applicationId);
  const ways = await paidAnotherWayOf(reader, applicationId);
  const isWaiting = commands.some(isUnderWay);
  return {
    isDecided,
    payments,
    commands,
    journals: (await ledgerOf(reader, { applicationId })).map(journalFact),
    otherWays: ways.map((way) => ({ ...way, settledBy: way.settledByName })),
    awaySince: isWaiting ? (await readServiceState(reader)).awaySince : null,
    exceptions: await exceptionsWaiting(reader, applicationId),
    takenUndecidedAt: await takenUndecidedAt(reader, payments, now),
    askedToPayAgainAt: await askedToPayAgainAt(reader, applicationId),
  };
}

const NO_MONEY: Omit<MoneyFacts, 'isDecided'> = {
  ...{ payments: [], commands: [], journals: [], exceptions: [], otherWays: [] },
  ...{ askedToPayAgainAt: null, awaySince: null, takenUndecidedAt: null },
};

async function takenUndecidedAt(reader: Reader, payments: readonly PaymentFact[], now: Date) {
  const { state, holdEndsAt } = currentPayment(payments) ?? { state: null, holdEndsAt: null };
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
