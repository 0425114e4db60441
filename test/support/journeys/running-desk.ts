import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright-core';
import { SANDBOX_DVLA_API_KEY } from '../../../sandbox/dvla-settings.js';
import {
  SANDBOX_NOTIFY_API_KEY,
  SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
  SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
} from '../../../sandbox/notify-settings.js';
import { SANDBOX_PAY_API_KEY } from '../../../sandbox/pay-settings.js';
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.js';
import type { PaperKind } from '../../../src/permit-types/paper-kinds.rules.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { newSecret, secretHash } from '../../../src/platform/web/secret.js';
import { hashPassword } from '../../../src/staff/password-hash.js';
import type { StaffRole } from '../../../src/staff/staff-roles.rules.js';
import { aProperty } from '../../builders/a-council.js';
import { freePort } from '../free-port.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { testSettings } from '../test-settings.js';
import { startDeskProcesses } from './desk-processes.js';
import { type SentApplication, sendApplication } from './resident.js';
import { Visitor } from './visitor.js';

/** A zone of the first policy; every application of the journeys comes from there. */
export const ZONE = 'Z3';
export const PASSWORD = 'four quiet badgers dig';

export interface Account {
  id: string;
  email: string;
  name: string;
}

export interface RunningDesk {
  url: string;
  sandbox: Sandbox;
  database: TestDatabase;
  addStaff(role: StaffRole, name?: string): Promise<Account>;
  /** Nobody, in a browser of his own. */
  visitor(given: { script: boolean }): Promise<Visitor>;
  /** Signed in through the form. */
  signedIn(account: Account, given: { script: boolean }): Promise<Visitor>;
  /** Pays and sends an application; returns when the desk knows that the money is held. */
  receive(papers?: readonly PaperKind[]): Promise<SentApplication>;
  /** Rows of a table about this case. */
  rows<Row = Record<string, unknown>>(table: string, reference: string): Promise<Row[]>;
  /** What web and worker have logged so far. */
  log(): string;
  stop(): Promise<void>;
}

/** The built application as real processes over a database of its own, the sandbox and Chromium. */
export async function startRunningDesk(): Promise<RunningDesk> {
  const toStop: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    const ends = await inTurn(toStop.reverse());
    const [fault] = ends.filter((end) => end.status === 'rejected');
    if (fault) throw fault.reason;
  };
  try {
    return { ...(await startEverything(toStop)), stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** Each in its turn, whatever became of the one before. */
async function inTurn(ends: readonly (() => Promise<unknown>)[]) {
  const outcomes: PromiseSettledResult<unknown>[] = [];
  for (const end of ends) outcomes.push(...(await Promise.allSettled([end()])));
  return outcomes;
}

async function startEverything(toStop: (() => Promise<unknown>)[]) {
  const sandbox = await startSandbox({ port: 0 });
  toStop.push(() => sandbox.stop());
  const database = await createTestDatabase();
  toStop.push(() => database.drop());
  const settings = await settingsFor(database, sandbox);
  toStop.push(() => rm(settings.UPLOADS_DIR, { recursive: true, force: true }));
  const processes = await startDeskProcesses(settings);
  toStop.push(() => processes.stop());
  const browser = await startBrowser();
  toStop.push(() => browser.close());
  const url = settings.PUBLIC_URL;
  const key = await addClient(database);
  const checked = new Set<string>();
  const visitor: RunningDesk['visitor'] = ({ script }) =>
    Visitor.open(browser, { url, script, checked });
  return {
    ...{ url, sandbox, database, visitor },
    rows: rowsOf(database),
    log: () => processes.output(),
    addStaff: (role: StaffRole, name = `Robin ${role}`) => addStaff(database, role, name),
    signedIn: async (account: Account, given: { script: boolean }) => {
      const person = await visitor(given);
      await signIn(person, account);
      return person;
    },
    receive: async (papers: readonly PaperKind[] = ['utility_bill', 'v5c']) => {
      const uprn = await aProperty(database.dataSource.manager as Tx, ZONE);
      const sent = await sendApplication({ url, key, sandbox, uprn, papers });
      await holdIsKnown(database, sent);
      return sent;
    },
  };
}

async function holdIsKnown({ dataSource }: TestDatabase, { reference }: SentApplication) {
  await eventually(`the hold of ${reference} is known`, async () => {
    const found = await dataSource.query<unknown[]>(
      'SELECT 1 FROM applications WHERE reference = ? AND hold_ends_at IS NOT NULL',
      [reference],
    );
    return found.length === 1;
  });
}

function rowsOf({ dataSource }: TestDatabase): RunningDesk['rows'] {
  return (table, reference) =>
    dataSource.query(
      `SELECT t.* FROM ${table} t JOIN applications a ON a.id = t.application_id
        WHERE a.reference = ? ORDER BY t.id`,
      [reference],
    );
}

/** The council's website; returns its key. */
async function addClient({ dataSource }: TestDatabase): Promise<string> {
  const key = `pd_${newSecret()}`;
  await dataSource.query(
    `INSERT INTO api_clients (id, name, scopes, key_hash, created_at)
     VALUES (UUID(), 'website', 'applications:write evidence:write', ?, UTC_TIMESTAMP(3))`,
    [secretHash(key)],
  );
  return key;
}

async function settingsFor(database: TestDatabase, sandbox: Sandbox) {
  const port = await freePort();
  return testSettings(database.url, {
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    FILES_URL: `http://files.localhost:${port}`,
    PAY_URL: sandbox.payUrl,
    PAY_PAGES_URL: new URL(sandbox.payUrl).origin,
    PAY_API_KEY: SANDBOX_PAY_API_KEY,
    NOTIFY_URL: sandbox.notifyUrl,
    NOTIFY_API_KEY: SANDBOX_NOTIFY_API_KEY,
    NOTIFY_EMAIL_TEMPLATE: SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
    NOTIFY_TEXT_TEMPLATE: SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
    NOTIFY_LETTER_TEMPLATE: SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
    VES_URL: sandbox.vesUrl,
    VES_API_KEY: SANDBOX_DVLA_API_KEY,
    SANDBOX_URL: sandbox.url,
    RELAY_PAUSE_MS: 100,
    LOG_LEVEL: 'info',
  });
}

function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
}

export async function signIn(visitor: Visitor, { email }: Account): Promise<void> {
  if (!visitor.page.url().includes('/sign-in')) await visitor.goTo('/sign-in');
  await visitor.page.fill('#email', email);
  await visitor.page.fill('#password', PASSWORD);
  await visitor.press('Sign in');
}

let passwordHash: Promise<string> | null = null;

async function addStaff(
  { dataSource }: TestDatabase,
  role: StaffRole,
  name: string,
): Promise<Account> {
  const id = randomUUID();
  const account = { id, email: `${role}-${id}@staff.example.com`, name };
  passwordHash ??= hashPassword(PASSWORD);
  await dataSource.query(
    `INSERT INTO staff_accounts (id, email, display_name, role, password_hash, created_at, password_changed_at)
     VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))`,
    [id, account.email, name, role, await passwordHash],
  );
  return account;
}

const PATIENCE_MS = 60_000;

/** Waits for what the worker does in its own time. @throws when it does not come about */
export async function eventually(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error(`It never came about that ${what}.`);
    await pause(100);
  }
}
