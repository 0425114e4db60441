import { once } from 'node:events';
import { request } from 'node:http';
import { Writable } from 'node:stream';
import { Test, type TestingModule } from '@nestjs/testing';
import { SANDBOX_PAY_API_KEY } from '../../../sandbox/pay-settings.js';
import { callPay } from '../../../sandbox/pay/call-pay.js';
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.js';
import { ApiClientsModule } from '../../../src/api-clients/api-clients.module.js';
import { FoundationModule } from '../../../src/foundation.module.js';
import { PaymentsWorkerModule } from '../../../src/payments/payments-worker.module.js';
import { ReadPaymentJob } from '../../../src/payments/read-payment.job.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { RunOutboxJob } from '../../../src/platform/outbox/run-outbox-job.js';
import { createLog, NestLog } from '../../../src/platform/web/log.js';
import { LOG } from '../../../src/platform/web/web.module.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { signatureOf } from '../../builders/a-notice.js';
import { anApplication, type BuiltApplication } from '../../builders/an-application.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';

export interface NoticeBench {
  desk: TestApplication;
  sandbox: Sandbox;
  /** Every line of the log, as one text. */
  logged(): string;
  /** Takes the log back from a bench that was started later. */
  listen(): void;
  /** An application in review whose payment the sandbox holds; it has not been read yet. */
  addCase(pence?: number): Promise<BuiltApplication & { providerPaymentId: string }>;
  /** Takes the held money at the provider, as somebody in its admin tool could. */
  capture(providerPaymentId: string): Promise<void>;
  /** Sends a body as Pay would; headers given replace those of Pay, null leaves one out. */
  tell(body: string | Buffer, headers?: Sent): Promise<number>;
  /** Lets the worker read what waits to be read; with `atOnce` all at the same time. */
  workersTurn(atOnce?: boolean): Promise<void>;
  rows<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** What the desk keeps of notices, and what it is going to do: to see that nothing changed. */
  kept(): Promise<string>;
  stop(): Promise<void>;
}

export type Sent = Readonly<Record<string, string | readonly string[] | null>>;

interface Wishes {
  settings?: Record<string, string | number | boolean>;
  overrides?: { provide: unknown; use: unknown }[];
}

/** The real desk, the worker's own reading of payments and the stand-in for GOV.UK Pay. */
export async function startNoticeBench({ settings, overrides }: Wishes = {}): Promise<NoticeBench> {
  const sandbox = await startSandbox({ port: 0 });
  const lines: string[] = [];
  const desk = await startTestApplication({
    settings: {
      ...{ PAY_URL: sandbox.payUrl, PAY_API_KEY: SANDBOX_PAY_API_KEY, DATABASE_POOL: 12 },
      ...settings,
    },
    overrides: [{ provide: LOG, use: createLog('info', sinkOf(lines)) }, ...(overrides ?? [])],
  });
  const worker = await startWorker(desk);
  // The application built last has made its log everybody's.
  const listen = () => desk.app.useLogger(new NestLog(desk.app.get(LOG)));
  listen();
  const rows: NoticeBench['rows'] = (sql, values = []) =>
    desk.database.dataSource.query(sql, values);
  const place = await desk.app.get(UnitOfWork).run(async (tx) => {
    const zoneCode = await aZone(tx, 'Z907');
    return { clientId: (await aClient(tx)).id, zoneCode, uprn: await aProperty(tx, zoneCode) };
  });
  const officer = await desk.addStaff('officer');
  return {
    ...{ desk, sandbox, rows, listen },
    logged: () => lines.join(''),
    addCase: async (pence = 5500) => {
      const reference = `case ${lines.length}`;
      const made = await sandbox.control.makePayment({ amount: pence, state: 'held', reference });
      const building = anApplication(place).inReviewBy(officer.id).paid(pence, made.payment_id);
      const built = await desk.app.get(UnitOfWork).run((tx) => building.insert(tx));
      return { ...built, providerPaymentId: made.payment_id };
    },
    capture: async (id) => {
      const taken = await callPay(sandbox.payUrl, 'POST', `/v1/payments/${id}/capture`);
      if (taken.status !== 204) throw new Error(`The capture was answered ${taken.status}.`);
    },
    tell: (body, headers = {}) => tell(desk.url, body, headers),
    workersTurn: (atOnce = false) => workersTurn(worker, rows, atOnce),
    kept: async () => JSON.stringify(await Promise.all(KEPT.map((sql) => rows(sql)))),
    stop: async () => {
      await worker.module.close();
      await desk.stop();
      await sandbox.stop();
    },
  };
}

const KEPT = [
  'SELECT * FROM webhook_inbox ORDER BY id',
  'SELECT * FROM webhook_findings ORDER BY id',
  'SELECT id, subject_id, state FROM outbox_jobs ORDER BY id',
  'SELECT * FROM payments ORDER BY id',
  'SELECT id FROM timeline_events ORDER BY id',
];

function sinkOf(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
}

interface Worker {
  module: TestingModule;
  jobs: RunOutboxJob;
}

async function startWorker(desk: TestApplication): Promise<Worker> {
  const module = await Test.createTestingModule({
    imports: [FoundationModule, ApiClientsModule, PaymentsWorkerModule],
  })
    .overrideProvider(Settings)
    .useValue(desk.settings)
    .overrideProvider(Clock)
    .useValue(desk.clock)
    .compile();
  const jobs = new RunOutboxJob(module.get(UnitOfWork), desk.settings, [
    module.get(ReadPaymentJob),
  ]);
  return { module, jobs };
}

async function workersTurn({ jobs }: Worker, rows: NoticeBench['rows'], atOnce: boolean) {
  const due = await rows<{ id: string | number }>(
    `SELECT id FROM outbox_jobs WHERE state = 'waiting' AND job = 'read-payment'
        AND due_at <= UTC_TIMESTAMP(3) ORDER BY id`,
  );
  const ids = due.map(({ id }) => String(id));
  if (atOnce) await Promise.all(ids.map((id) => jobs.run(id)));
  else for (const id of ids) await jobs.run(id);
}

/** Past every client that would put a request right: the bytes and headers go as they are. */
async function tell(url: string, body: string | Buffer, headers: Sent): Promise<number> {
  const bytes = Buffer.from(body);
  const wanted: Sent = {
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    'pay-signature': signatureOf(bytes),
    ...headers,
  };
  const given = Object.entries(wanted).flatMap(([name, value]) =>
    value === null ? [] : [[name, typeof value === 'string' ? value : [...value]] as const],
  );
  const asking = request(`${url}/webhooks/pay`, {
    method: 'POST',
    agent: false,
    headers: Object.fromEntries(given),
  });
  const answered = once(asking, 'response') as Promise<[{ statusCode: number; resume(): void }]>;
  // An answer that comes before all was sent ends the line; the answer is what counts.
  asking.on('error', () => undefined);
  asking.end(bytes);
  const [answer] = await answered;
  answer.resume();
  return answer.statusCode;
}
