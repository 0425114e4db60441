import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import {
  SANDBOX_NOTIFY_API_KEY,
  SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
  SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
} from '../../sandbox/notify-settings.js';
import { SANDBOX_PAY_API_KEY } from '../../sandbox/pay-settings.js';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { type DemoDesk, openDesk } from '../../scripts/demo/desk/demo-desk.js';
import { runDueJobs } from '../../scripts/demo/desk/due-jobs.js';
import { loadDemo } from '../../scripts/demo/desk/load.js';
import { TWELVE_CASES } from '../../scripts/demo/plan/all-cases.js';
import { NAMED_CASES } from '../../scripts/demo/plan/named-cases.js';
import { londonDateOf } from '../../src/shared/london-date.js';
import {
  startTestApplication,
  TEST_PASSWORD,
  type TestApplication,
} from '../support/test-application.js';
import { type DemoCaseRow, readDemoCases } from './demo-cases-table.js';
import { OfficerAtWork } from './officer-at-work.js';

/** The twelve cases of docs/demo-cases.md, decided through the pages as the document says. */

const rows = readDemoCases();
const folder = mkdtempSync(join(tmpdir(), 'permit-desk-demo-'));
let sandbox: Sandbox;
let desk: TestApplication;
let worker: DemoDesk;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  desk = await startTestApplication({
    settings: {
      UPLOADS_DIR: join(folder, 'uploads'),
      PAY_URL: sandbox.payUrl,
      PAY_API_KEY: SANDBOX_PAY_API_KEY,
      NOTIFY_URL: sandbox.notifyUrl,
      NOTIFY_API_KEY: SANDBOX_NOTIFY_API_KEY,
      NOTIFY_EMAIL_TEMPLATE: SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
      NOTIFY_TEXT_TEMPLATE: SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
      NOTIFY_LETTER_TEMPLATE: SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
    },
  });
  await loadDemo({
    settings: desk.settings,
    sandboxUrl: sandbox.url,
    signInsFile: join(folder, 'demo-sign-ins.json'),
    cases: TWELVE_CASES,
    say: () => undefined,
  });
  desk.clock.set(new Date());
  worker = await openDesk(desk.settings, sandbox.url);
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  });
  page = await signedIn();
}, 600_000);

afterAll(async () => {
  await browser.close();
  await worker.close();
  await desk.stop();
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function signedIn(): Promise<Page> {
  const officer = await desk.addStaff('officer');
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    baseURL: desk.url,
  });
  const opened = await context.newPage();
  await opened.goto('/sign-in');
  await opened.fill('#email', officer.email);
  await opened.fill('#password', TEST_PASSWORD);
  await opened.click('main button');
  await opened.waitForURL('**/my-work');
  return opened;
}

interface Row {
  id: string;
  reference: string;
  status: string;
  received_at: Date;
}

async function applicationOf(key: string): Promise<Row> {
  const found: Row[] = await desk.database.dataSource.query(
    'SELECT id, reference, status, received_at FROM applications WHERE client_reference = ?',
    [key],
  );
  if (!found[0]) throw new Error(`${key} was not loaded.`);
  return found[0];
}

async function decide(row: DemoCaseRow): Promise<void> {
  const { reference, received_at } = await applicationOf(row.key);
  const demo = NAMED_CASES.find(({ key }) => key === row.key);
  if (!demo) throw new Error(`${row.key} is not in the plan.`);
  const officer = new OfficerAtWork(page, reference);
  await officer.claim();
  await officer.checkPapers(demo, londonDateOf(new Date(received_at)));
  if (row.decision === 'Approve') await officer.approve();
  if (row.decision === 'Reject') await officer.reject(row);
  if (row.decision === 'Ask again') await officer.askAgain(row);
}

const STATUS = { Approve: 'approved', Reject: 'rejected', 'Ask again': 'awaiting_evidence' };
const LETTER = {
  Approve: 'application_approved',
  Reject: 'application_rejected',
  'Ask again': 'evidence_requested',
};
const AT_SANDBOX = { captured: 'success', 'stays held': 'capturable', released: 'cancelled' };

/** What the case keeps of the reason: its code, and the words that were sent. */
async function reasonsKept(
  id: string,
  row: DemoCaseRow,
): Promise<{ code: string; words: string }[]> {
  const { dataSource } = desk.database;
  if (row.decision === 'Ask again') {
    const [request]: { items: string }[] = await dataSource.query(
      'SELECT items FROM evidence_requests WHERE application_id = ?',
      [id],
    );
    const items = JSON.parse(request?.items ?? '[]') as { reason: string; words: string }[];
    return items.map(({ reason, words }) => ({ code: reason, words }));
  }
  const [decision]: { reasons: string }[] = await dataSource.query(
    'SELECT reasons FROM decisions WHERE application_id = ?',
    [id],
  );
  return JSON.parse(decision?.reasons ?? '[]') as { code: string; words: string }[];
}

async function letterSent(id: string, kind: string): Promise<string> {
  const letters: { body: string; state: string }[] = await desk.database.dataSource.query(
    'SELECT body, state FROM letters WHERE application_id = ? AND kind = ?',
    [id, kind],
  );
  expect(letters).toHaveLength(1);
  expect(letters[0]?.state).toMatch(/sent|delivered/);
  return letters[0]?.body ?? '';
}

it('has the same twelve in the document and in the plan', () => {
  expect(rows).toHaveLength(12);
  expect(rows.map(({ key, applicant, place }) => ({ key, applicant, place }))).toEqual(
    NAMED_CASES.map(({ key, applicant, permitType, home }) => {
      const type = permitType.charAt(0).toUpperCase() + permitType.slice(1).replaceAll('_', ' ');
      return { key, applicant, place: `${type}, ${home.zone ?? 'no zone'}` };
    }),
  );
  for (const { why } of rows) expect(why).toMatch(/\(R-[A-Z0-9]+-\d/);
});

describe.each(rows)('$key, $applicant', (row) => {
  it(`${row.decision}: as the document says`, async () => {
    await decide(row);
    worker.clock.set(new Date());
    const { id, status } = await applicationOf(row.key);
    await runDueJobs(worker, id);

    expect(status).toBe(STATUS[row.decision]);
    const kept = await reasonsKept(id, row);
    expect(kept.map(({ code }) => code)).toEqual(row.reason ? [row.reason] : []);
    const letter = await letterSent(id, LETTER[row.decision]);
    for (const { words } of kept) expect(letter).toContain(words);
    const payments = await sandbox.control.payments({ reference: row.key });
    const states = payments.map(({ state }) => state.status);
    expect(states).toEqual(row.money === 'none' ? [] : [AT_SANDBOX[row.money]]);
  }, 120_000);
});
