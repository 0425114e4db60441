import { Test, type TestingModule } from '@nestjs/testing';
import { ApiClientsModule } from '../../../src/api-clients/api-clients.module.js';
import { FoundationModule } from '../../../src/foundation.module.js';
import { FollowHoldsTask } from '../../../src/hold-endings/follow-holds.task.js';
import { HoldEndingsWorkerModule } from '../../../src/hold-endings/hold-endings-worker.module.js';
import { FollowPaymentTryJob } from '../../../src/payment-again/follow-payment-try.job.js';
import { LapsePaymentRequestJob } from '../../../src/payment-again/lapse-payment-request.job.js';
import { OpenCardPageJob } from '../../../src/payment-again/open-card-page.job.js';
import { PaymentAgainWorkerModule } from '../../../src/payment-again/payment-again-worker.module.js';
import { WaitForCardPage } from '../../../src/payment-again/wait-for-card-page.js';
import { PaymentsWorkerModule } from '../../../src/payments/payments-worker.module.js';
import { ReadPaymentJob } from '../../../src/payments/read-payment.job.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { signIn, type TestStaff } from '../../support/test-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import { type DecidingBench, type Row, startDecidingBench } from '../deciding/deciding-bench.js';

export interface HoldsBench extends DecidingBench {
  /** Our clock and the payment service's, both. */
  goTo(instant: Date): Promise<void>;
  wait(hours: number): Promise<void>;
  /** What the worker does every minute; each call is another worker's. */
  followHolds(): Promise<void>;
  jobs: {
    read: ReadPaymentJob;
    openCardPage: OpenCardPageJob;
    followTry: FollowPaymentTryJob;
    lapse: LapsePaymentRequestJob;
  };
  /** Carries out every command of the case that waits. */
  moveMoney(applicationId: string): Promise<void>;
  application(id: string): Promise<Row>;
  /** A page is asked for while the worker answers what the resident wishes. */
  withWorker(ask: () => Promise<Answer>): Promise<Answer>;
}

/** The desk, the stand-in for GOV.UK Pay and a worker that follows holds and tries to pay. */
export async function startHoldsBench(): Promise<HoldsBench> {
  const bench = await startDecidingBench();
  const { desk, sandbox } = bench;
  desk.settings.PAY_PAGES_URL = new URL(sandbox.payUrl).origin;
  const worker = await startWorker(bench);
  const goTo: HoldsBench['goTo'] = async (instant) => {
    desk.clock.set(instant);
    await sandbox.control.moveClock(instant.getTime() - Date.now());
  };
  const openCardPage = worker.get(OpenCardPageJob);
  return {
    ...bench,
    goTo,
    wait: (hours) => goTo(new Date(desk.clock.now().getTime() + hours * 3_600_000)),
    followHolds: () => worker.get(FollowHoldsTask).run(),
    jobs: {
      read: worker.get(ReadPaymentJob),
      openCardPage,
      followTry: worker.get(FollowPaymentTryJob),
      lapse: worker.get(LapsePaymentRequestJob),
    },
    moveMoney: async (applicationId) => {
      for (const { id, state } of await bench.rows('payment_commands', applicationId)) {
        if (state === 'requested' || state === 'unknown') await bench.carryOut.run(String(id));
      }
    },
    application: async (id) => {
      const sql = 'SELECT * FROM applications WHERE id = ?';
      const [row] = await desk.database.dataSource.query<Row[]>(sql, [id]);
      if (!row) throw new Error('There is no such case.');
      return row;
    },
    withWorker: async (ask) => {
      let isAnswered = false;
      const answering = ask().finally(() => {
        isAnswered = true;
      });
      while (!isAnswered) await answerWishes(bench, openCardPage);
      return answering;
    },
    stop: async () => {
      await worker.close();
      await bench.stop();
    },
  };
}

async function answerWishes({ desk }: DecidingBench, job: OpenCardPageJob): Promise<void> {
  const open: { id: string }[] = await desk.database.dataSource.query(
    `SELECT id FROM payment_tries WHERE state = 'live' AND wishes > wishes_met`,
  );
  for (const { id } of open) await job.run(id);
}

function startWorker({ desk }: DecidingBench): Promise<TestingModule> {
  return Test.createTestingModule({
    imports: [
      FoundationModule,
      ApiClientsModule,
      HoldEndingsWorkerModule,
      PaymentAgainWorkerModule,
      PaymentsWorkerModule,
    ],
  })
    .overrideProvider(Settings)
    .useValue(desk.settings)
    .overrideProvider(Clock)
    .useValue(desk.clock)
    .compile();
}

/** How many looks a resident waits for the worker; one where no worker is there. */
export function residentsWait({ desk }: DecidingBench, looks: number): void {
  desk.app.get(WaitForCardPage, { strict: false }).looks = looks;
}

export type Officer = TestBrowser & { staff: TestStaff };

/** A case whose payment is known to have lapsed; its officer is signed in again after the days that passed. */
export async function aLapsedCase(bench: HoldsBench, officer: Officer) {
  const built = await bench.addCase({ officerId: officer.staff.id });
  await bench.wait(121);
  await bench.jobs.read.run(built.application.id);
  await signIn(officer, officer.staff.email);
  return built;
}

/** The same, and its resident was asked to pay again; with the path of his link. */
export async function anAskedCase(bench: HoldsBench, officer: Officer) {
  const { application } = await aLapsedCase(bench, officer);
  return { application, link: await askForPayment(bench, officer, application) };
}

/** Asks for payment through the pages; the path of the resident's link. */
export async function askForPayment(
  bench: HoldsBench,
  officer: TestBrowser,
  { id, reference }: { id: string; reference: string },
): Promise<string> {
  const form = await officer.get(`/applications/${reference}/payment-requests/new`);
  const sent = await officer.submit(form, {}, 'main form[action$="/payment-requests"]');
  if (sent.status !== 303) throw new Error(`Asking answered ${sent.status}: ${sent.text}`);
  const letters = await bench.rows('letters', id);
  const letter = letters.find(({ kind }) => kind === 'payment_requested');
  const [, path] = /https?:\/\/[^/\s]+(\/p\/[\w-]+)/.exec(String(letter?.['body'])) ?? [];
  if (path === undefined) throw new Error('The letter has no link.');
  return path;
}

/** What the resident does on the card page; where it leads him back to. */
export async function atCardPage(
  url: string,
  outcome: 'pay' | 'decline' | 'cancel',
): Promise<string> {
  await fetch(url);
  const body = new URLSearchParams({ outcome });
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').pathname;
}
