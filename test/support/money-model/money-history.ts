import { randomUUID } from 'node:crypto';
import type { ProviderPayment } from '../../../src/payments/payment-gateway.js';
import type { ProviderState } from '../../../src/payments/payment-actions.rules.js';
import { findPayment } from '../../../src/payments/payments.store.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { addDays, londonDateOf } from '../../../src/shared/london-date.js';
import { anApplication } from '../../builders/an-application.js';
import { aProperty } from '../../builders/a-council.js';
import { aPlate } from '../../builders/a-plate.js';
import type { ModelDesk } from '../model/model-desk.js';
import { decide, endHold } from './decide-money.js';
import { watchCommands } from './watch-commands.js';
import { keepOne, moneyJobs, readNow, workOnce } from './work-money.js';

/** What was decided about one case and its money, as plain values. */
export interface PlainMoneyCase {
  id: string;
  reference: string;
  uprn: string;
  paymentId: string;
  providerPaymentId: string;
  pence: number;
  decided: 'reject' | 'approve' | 'withdraw' | null;
  hasHoldEnded: boolean;
  /** Exceptions that were promised: they are given back exactly. */
  exceptions: number[];
  /** Refunds that a colleague made at the payment service, where nobody here asked for them. */
  strangers: string[];
  /** Paid back outside the payment service by a person. */
  anotherWay: number;
  /** How often a person put a command back to work. */
  triedAgain: number;
  /** As far as the payment was ever known to have come. */
  reached: ProviderState;
}

/** What other hands give back in the middle of a request: no exception is of this amount. */
export const FOREIGN_PENCE = 37;

export interface MoneyHistory {
  desk: ModelDesk;
  now: number;
  cases: PlainMoneyCase[];
  /** What was read at the provider and not kept yet. */
  readings: { paymentId: string; provider: ProviderPayment; at: Date }[];
  told: string[];
  /** What was wrong for a moment, between two steps. */
  seen: string[];
}

const HOUR_MS = 3_600_000;

/** How much, for how many hours it is held, and how far each case is when the history begins. */
const CASES = [
  { pence: 1999, hours: 0, is: 'held' },
  { pence: 5500, hours: 0, is: 'approved' },
  { pence: 5500, hours: 109, is: 'taken' },
] as const;

/** In spring and in autumn, some days before the clocks change; always ahead of the machine's time. */
function startOf(isAutumn: boolean): number {
  const year = new Date().getUTCFullYear() + 1;
  return Date.parse(`${year}-${isAutumn ? '10-27T08' : '03-25T09'}:30:00.123Z`);
}

/** A hold nobody decided about, an approved case whose money is taken, and money taken in good time. */
export async function beginMoneyHistory(desk: ModelDesk, isAutumn: boolean): Promise<MoneyHistory> {
  const now = startOf(isAutumn);
  await desk.beginHistory(now);
  await desk.sandbox.control.changeSettings({ refundDelayMs: 300_000 });
  const history: MoneyHistory = { desk, now, cases: [], readings: [], told: [], seen: [] };
  for (const { is, ...made } of CASES) {
    const kase = await addCase(history, made);
    history.cases.push(kase);
    if (is === 'held') continue;
    await (is === 'approved' ? decide(history, kase, 'approve') : endHold(history, kase));
    for (const job of await moneyJobs(history)) await workOnce(history, job);
  }
  watchCommands(history);
  return history;
}

async function addCase(
  history: MoneyHistory,
  { pence, hours }: { pence: number; hours: number },
): Promise<PlainMoneyCase> {
  const { desk, now } = history;
  const { clientId, zoneCode, staff } = desk;
  const receivedAt = new Date(now - hours * HOUR_MS);
  const datedOn = addDays(londonDateOf(receivedAt), -15);
  const uprn = await desk.app.get(UnitOfWork).run((tx) => aProperty(tx, zoneCode));
  const made = await desk.sandbox.control.makePayment({
    ...{ amount: pence, reference: randomUUID() },
    created_date: receivedAt.toISOString(),
  });
  const { application, payment } = await desk.app.get(UnitOfWork).run(async (tx) => {
    const built = await anApplication({ clientId, zoneCode, uprn })
      .with({ ...aPlate(), receivedAt, declaredAt: receivedAt })
      .with({ startOn: addDays(londonDateOf(receivedAt), 20) })
      .inReviewBy(staff.ann.id)
      .withAcceptedPaper('utility_bill', staff.ann.id, { datedOn })
      .withAcceptedPaper('v5c', staff.ann.id, { datedOn })
      .paid(pence, made.payment_id)
      .insert(tx);
    return { ...built, payment: await findPayment(tx, built.application.id) };
  });
  const kase: PlainMoneyCase = {
    ...{ id: application.id, reference: application.reference, uprn, pence },
    ...{ paymentId: payment?.id ?? '', providerPaymentId: made.payment_id },
    ...{ decided: null, hasHoldEnded: false, exceptions: [], strangers: [], anotherWay: 0 },
    ...{ triedAgain: 0, reached: 'created' as const },
  };
  // The first look: it may be kept again at any time.
  await readNow(history, kase);
  await keepOne(history, history.readings.length - 1);
  return kase;
}
