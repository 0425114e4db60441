import { randomUUID } from 'node:crypto';
import type { ProviderPayment } from '../../../src/payments/payment-gateway.js';
import { findPayment } from '../../../src/payments/payments.store.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { ReadPaymentJob } from '../../../src/payments/read-payment.job.js';
import { anApplication } from '../../builders/an-application.js';
import { aProperty } from '../../builders/a-council.js';
import { aPlate } from '../../builders/a-plate.js';
import type { ModelDesk } from '../model/model-desk.js';
import { decide, endHold } from './decide-money.js';
import { moneyJobs, workOnce } from './work-money.js';

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
  /** Given back by a colleague at the payment service, where nobody here asked for it. */
  foreign: number;
  /** Paid back outside the payment service by a person. */
  anotherWay: number;
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
}

/** How much, and how far each case is when the history begins. */
const CASES = [
  { pence: 1999, is: 'held' },
  { pence: 5500, is: 'approved' },
  { pence: 5500, is: 'taken' },
] as const;

/** A hold nobody decided about, an approved case whose money is taken, and money taken in good time. */
export async function beginMoneyHistory(desk: ModelDesk): Promise<MoneyHistory> {
  const now = Date.now();
  await desk.beginHistory(now);
  await desk.sandbox.control.changeSettings({ refundDelayMs: 300_000 });
  const history: MoneyHistory = { desk, now, cases: [], readings: [], told: [] };
  for (const { pence, is } of CASES) {
    const kase = await addCase(desk, pence);
    history.cases.push(kase);
    if (is === 'held') continue;
    await (is === 'approved' ? decide(history, kase, 'approve') : endHold(history, kase));
    for (const job of await moneyJobs(history)) await workOnce(history, job);
  }
  return history;
}

async function addCase(desk: ModelDesk, pence: number): Promise<PlainMoneyCase> {
  const { clientId, zoneCode, staff } = desk;
  const uprn = await desk.app.get(UnitOfWork).run((tx) => aProperty(tx, zoneCode));
  const made = await desk.sandbox.control.makePayment({ amount: pence, reference: randomUUID() });
  const { application, payment } = await desk.app.get(UnitOfWork).run(async (tx) => {
    const built = await anApplication({ clientId, zoneCode, uprn })
      .with(aPlate())
      .inReviewBy(staff.ann.id)
      .withAcceptedPaper('utility_bill', staff.ann.id)
      .withAcceptedPaper('v5c', staff.ann.id)
      .paid(pence, made.payment_id)
      .insert(tx);
    return { ...built, payment: await findPayment(tx, built.application.id) };
  });
  await desk.worker.get(ReadPaymentJob).run(application.id);
  return {
    ...{ id: application.id, reference: application.reference, uprn, pence },
    ...{ paymentId: payment?.id ?? '', providerPaymentId: made.payment_id },
    ...{ decided: null, hasHoldEnded: false, exceptions: [], foreign: 0, anotherWay: 0 },
  };
}
