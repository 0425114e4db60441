import { keepProviderRead } from '../../../src/payments/keep-provider-read.js';
import { PaymentGateway } from '../../../src/payments/payment-gateway.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { JOB_HANDLERS, type JobHandler } from '../../../src/platform/outbox/job-handler.js';
import { leaseRow } from '../../../src/platform/outbox/outbox-rows.store.js';
import { RunOutboxJob } from '../../../src/platform/outbox/run-outbox-job.js';
import { relayOnce, untilQueuesRest } from '../model/worker-turns.js';
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

/**
 * The jobs as the relay, Redis and Bull call for them, and those that came back once more. A row
 * that was called for and that nobody came for is forgotten.
 */
export async function workByRedis(history: MoneyHistory): Promise<string> {
  const done: string[] = [];
  for (const turn of ['first', 'again']) {
    const jobs = await moneyJobs(history);
    if (jobs.length === 0) break;
    for (const job of jobs) await makeDue(history, job);
    await relayOnce(history.desk);
    await untilQueuesRest(history.desk);
    done.push(`${turn}: ${jobs.map(({ job }) => job).join(', ')}`);
    history.seen.push(...(await forgottenOf(history, jobs)));
  }
  return done.join('; ');
}

async function forgottenOf({ desk }: MoneyHistory, jobs: MoneyJob[]): Promise<string[]> {
  const rows = await desk.rows<{ job: string }>(
    `SELECT job FROM outbox_jobs WHERE id IN (?) AND state = 'waiting' AND queued_until IS NOT NULL`,
    [jobs.map(({ id }) => id)],
  );
  return rows.map(({ job }) => `${job} was called for, and nobody came`);
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
