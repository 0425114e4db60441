import { keepProviderRead } from '../../../src/payments/keep-provider-read.js';
import { lockMoney } from '../../../src/payments/lock-money.js';
import { enqueueCommand } from '../../../src/payments/move-money.js';
import { outstandingPence } from '../../../src/payments/outstanding.queries.js';
import {
  findCommand,
  type PaymentCommand,
  settleAnotherWay,
  tryCommandAgain,
} from '../../../src/payments/payment-commands.store.js';
import { PaymentGateway } from '../../../src/payments/payment-gateway.js';
import { effectKeys } from '../../../src/ledger/ledger-terms.rules.js';
import { postJournals } from '../../../src/ledger/ledger.store.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { JOB_HANDLERS, type JobHandler } from '../../../src/platform/outbox/job-handler.js';
import { leaseRow } from '../../../src/platform/outbox/outbox-rows.store.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { RunOutboxJob } from '../../../src/platform/outbox/run-outbox-job.js';
import type { MoneyHistory, PlainMoneyCase } from './money-history.js';

interface MoneyJob {
  id: string;
  job: string;
  subject: string;
}

const OF_MONEY = ['capture-payment', 'release-payment', 'refund-payment', 'read-payment'];

/** The jobs of money that wait; a pause before the next try is over whenever a history says so. */
export function moneyJobs({ desk }: MoneyHistory): Promise<MoneyJob[]> {
  return desk.rows<MoneyJob>(
    `SELECT id, job, subject_id AS subject FROM outbox_jobs
      WHERE state = 'waiting' AND job IN (?) ORDER BY id`,
    [OF_MONEY],
  );
}

async function makeDue({ desk }: MoneyHistory, { id }: MoneyJob): Promise<void> {
  await desk.rows(
    `UPDATE outbox_jobs SET due_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND, queued_until = NULL,
            lease_until = NULL WHERE id = ?`,
    [id],
  );
}

export async function workOnce(history: MoneyHistory, job: MoneyJob): Promise<void> {
  await makeDue(history, job);
  await history.desk.worker.get(RunOutboxJob).run(String(job.id));
}

/** One job dies at one of its transactions, or right after one; its row comes back. */
export async function dieAtWork(
  history: MoneyHistory,
  { pick, at }: { pick: number; at: number },
): Promise<string> {
  const { mortal, worker } = history.desk;
  const jobs = await moneyJobs(history);
  const job = jobs[pick % Math.max(1, jobs.length)];
  if (!job) return 'nothing waits';
  await makeDue(history, job);
  const { JOB_LEASE_SECONDS } = worker.get(Settings);
  const leased = await mortal.run((tx) => leaseRow(tx, String(job.id), JOB_LEASE_SECONDS));
  const handlers: JobHandler[] = worker.get(JOB_HANDLERS);
  const handler = handlers.find((one) => one.job === job.job);
  if (!leased || !handler) return 'not leased';
  mortal.dieAfter(at >> 1, at % 2 === 0);
  const came = await handler.run(job.subject, leased.attempts).then(
    () => 'lived',
    (error: unknown) => (error instanceof Error ? error.message : 'died'),
  );
  mortal.live();
  return `${job.job}: ${came}`;
}

/** Looks at the provider, as a notice of it would have us do; what was seen is kept some day. */
export async function readNow(history: MoneyHistory, kase: PlainMoneyCase): Promise<string> {
  const at = new Date(history.now);
  const gateway = history.desk.worker.get(PaymentGateway);
  const provider = await gateway.read(kase.providerPaymentId).catch(() => null);
  if (!provider) return 'no answer';
  history.readings.push({ paymentId: kase.paymentId, provider, at });
  return provider.state;
}

/** Readings are kept in any order, and some twice. */
export async function keepOne(history: MoneyHistory, pick: number): Promise<string> {
  const reading = history.readings[pick % Math.max(1, history.readings.length)];
  if (!reading) return 'nothing was read';
  await history.desk.app.get(UnitOfWork).run((tx) => keepProviderRead(tx, reading));
  return reading.provider.state;
}

interface ForPeople {
  id: string;
  paymentId: string;
  applicationId: string;
}

export function commandsForPeople({ desk, cases }: MoneyHistory): Promise<ForPeople[]> {
  return desk.rows<ForPeople>(
    `SELECT id, payment_id AS paymentId, application_id AS applicationId FROM payment_commands
      WHERE state = 'needs_attention' AND application_id IN (?) ORDER BY requested_at, id`,
    [cases.map(({ id }) => id)],
  );
}

type Help = 'again' | 'another_way';

/** A person takes one of what no machine could do. */
export async function askPerson(
  history: MoneyHistory,
  { pick, does }: { pick: number; does: Help },
): Promise<string> {
  const waiting = await commandsForPeople(history);
  const chosen = waiting[pick % Math.max(1, waiting.length)];
  return chosen ? helpOut(history, chosen, does) : 'nothing needs a person';
}

export function helpOut(history: MoneyHistory, chosen: ForPeople, does: Help): Promise<string> {
  const { desk } = history;
  return desk.app.get(UnitOfWork).run(async (tx) => {
    await lockMoney(tx, chosen);
    const command = await findCommand(tx, chosen.id);
    if (!command) return 'gone';
    if (does === 'another_way') return payAnotherWay(history, tx, command);
    if (!(await tryCommandAgain(tx, command.id))) return 'not waiting';
    await enqueueCommand(tx, desk.app.get(Outbox), command);
    return 'again';
  });
}

async function payAnotherWay(
  { now, cases }: MoneyHistory,
  tx: Tx,
  command: PaymentCommand,
): Promise<string> {
  const pence = await outstandingPence(tx, command);
  if (command.kind === 'capture' || pence === null || pence <= 0) return 'nothing to pay';
  const at = new Date(now);
  if (!(await settleAnotherWay(tx, command.id, at))) return 'not waiting';
  await postJournals(tx, [paidAnotherWay(command, pence, at)], at);
  const kase = cases.find(({ id }) => id === command.applicationId);
  if (kase) kase.anotherWay += pence;
  return `paid ${pence} another way`;
}

function paidAnotherWay(
  { id, paymentId, applicationId }: PaymentCommand,
  pence: number,
  occurredAt: Date,
) {
  return {
    ...{ paymentId, applicationId, kind: 'paid_another_way' as const, commandId: id, occurredAt },
    ...{ effectKey: effectKeys.paidAnotherWay(id), reverses: null, note: null },
    entries: [{ debit: 'refund_payable' as const, credit: 'paid_another_way' as const, pence }],
  };
}
