import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MadeState } from '../../../sandbox/control/make-payment.js';
import {
  SANDBOX_NOTIFY_API_KEY,
  SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
  SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
} from '../../../sandbox/notify-settings.js';
import { SANDBOX_PAY_API_KEY, SANDBOX_PAY_WEBHOOK_SECRET } from '../../../sandbox/pay-settings.js';
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { PROVIDER_STATES } from '../../../src/payments/payment-actions.rules.js';
import { aPlate } from '../../builders/a-plate.js';
import { keepReading } from '../../builders/a-reading.js';
import { anApplication } from '../../builders/an-application.js';
import { freePort } from '../free-port.js';
import { testServer } from '../test-database.js';
import { buildAsNeeded, type Program, startProgram } from './built-program.js';
import { createFaultDatabase, type FaultDatabase } from './fault-database.js';
import { waitUntil } from './wait-until.js';
import { auditSettings } from '../audit-settings.js';

export interface FaultCase {
  id: string;
  reference: string;
  /** At the payment service. */
  providerPaymentId: string;
  /** How the money stood there at first. */
  money: MadeState;
}

export interface Web extends Program {
  url: string;
}

/** The built programs over a database of their own, with the stand-ins for payment and messages. */
export interface FaultBench {
  database: FaultDatabase;
  sandbox: Sandbox;
  /** A case with everything proved, in review by the officer, £55 at the payment service. */
  addCase(officerId: string, money?: MadeState): Promise<FaultCase>;
  /** Resolves once it answers. */
  startWeb(changes?: NodeJS.ProcessEnv): Promise<Web>;
  startWorker(changes?: NodeJS.ProcessEnv): Program;
  stop(): Promise<void>;
}

/** How long a job's row waits for a worker that is gone, in seconds. */
export const LEASE_SECONDS = 2;

export async function startFaultBench(
  redisUrl = testServer('TEST_REDIS_URL'),
): Promise<FaultBench> {
  await buildAsNeeded();
  const [database, sandbox] = await Promise.all([createFaultDatabase(), startSandbox({ port: 0 })]);
  // The bank answers a refund at once: a job that is done is done.
  await sandbox.control.changeSettings({ refundDelayMs: 0 });
  const place = await database.write(async (tx) => ({
    clientId: (await aClient(tx)).id,
    zoneCode: await aZone(tx, 'Z901'),
  }));
  const environment = environmentFor(database.url, redisUrl, sandbox);
  const programs: Program[] = [];
  const start = (name: 'main' | 'worker', changes: NodeJS.ProcessEnv) => {
    const program = startProgram(name, { ...environment, ...changes });
    programs.push(program);
    return program;
  };
  return {
    database,
    sandbox,
    addCase: (officerId, money = 'held') => addCase({ database, sandbox }, place, officerId, money),
    startWeb: async (changes = {}) => {
      const port = String(await freePort());
      const url = `http://127.0.0.1:${port}`;
      const web = { ...start('main', { PORT: port, ...changes }), url };
      await waitUntil('the web process answers', () => answers(web), { describe: web.output });
      return web;
    },
    startWorker: (changes = {}) => start('worker', changes),
    stop: async () => {
      await Promise.all(programs.map((program) => program.kill()));
      await sandbox.stop();
      await database.drop();
    },
  };
}

async function answers(web: Web): Promise<boolean> {
  if (web.hasEnded()) throw new Error(`The web process ended:\n${web.output()}`);
  const answer = await fetch(`${web.url}/sign-in`).catch(() => null);
  return answer?.status === 200;
}

async function addCase(
  { database, sandbox }: Pick<FaultBench, 'database' | 'sandbox'>,
  place: { clientId: string; zoneCode: string },
  officerId: string,
  money: MadeState,
): Promise<FaultCase> {
  const made = await sandbox.control.makePayment({
    amount: 5500,
    state: money,
    reference: randomUUID(),
  });
  return database.write(async (tx) => {
    const uprn = await aProperty(tx, place.zoneCode);
    const { application } = await anApplication({ ...place, uprn })
      .with(aPlate())
      .inReviewBy(officerId)
      .withAcceptedPaper('utility_bill', officerId)
      .withAcceptedPaper('v5c', officerId)
      .paid(5500, made.payment_id)
      .insert(tx);
    const state = PROVIDER_STATES.find((known) => known === made.state.status) ?? 'created';
    await keepReading(tx, application.id, state);
    await tx.query(
      `INSERT INTO property_slots (uprn, kind, position, application_id, taken_at)
       VALUES (?, 'cap', 1, ?, UTC_TIMESTAMP(3))`,
      [uprn, application.id],
    );
    const { id, reference } = application;
    return { id, reference, providerPaymentId: made.payment_id, money };
  });
}

function environmentFor(
  databaseUrl: string,
  redisUrl: string,
  sandbox: Sandbox,
): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '12',
    // Statements are held back on purpose, and the machine may be slow.
    DATABASE_SILENCE_SECONDS: '300',
    QUALITY_SAMPLE_PERCENT: '0',
    REDIS_URL: redisUrl,
    QUEUE_PREFIX: `test-${randomBytes(4).toString('hex')}`,
    SESSION_SECRET: 'session secret of the tests, made up here',
    LINK_SECRET: 'link secret of the tests, made up here too',
    EVIDENCE_KEY: randomBytes(32).toString('base64'),
    ...auditSettings(),
    UPLOADS_DIR: join(tmpdir(), `permit-desk-test-${randomBytes(6).toString('hex')}`),
    PAY_URL: sandbox.payUrl,
    PAY_API_KEY: SANDBOX_PAY_API_KEY,
    PAY_WEBHOOK_SECRET: SANDBOX_PAY_WEBHOOK_SECRET,
    NOTIFY_URL: sandbox.notifyUrl,
    NOTIFY_API_KEY: SANDBOX_NOTIFY_API_KEY,
    NOTIFY_EMAIL_TEMPLATE: SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
    NOTIFY_TEXT_TEMPLATE: SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
    NOTIFY_LETTER_TEMPLATE: SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
    RELAY_PAUSE_MS: '100',
    JOB_LEASE_SECONDS: String(LEASE_SECONDS),
  };
}
