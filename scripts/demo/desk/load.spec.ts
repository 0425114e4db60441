import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SANDBOX_DVLA_API_KEY } from '../../../sandbox/dvla-settings.js';
import {
  SANDBOX_NOTIFY_API_KEY,
  SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
  SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
} from '../../../sandbox/notify-settings.js';
import { SANDBOX_PAY_API_KEY } from '../../../sandbox/pay-settings.js';
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.js';
import type { Settings } from '../../../src/platform/config/settings.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { testSettings } from '../../../test/support/test-settings.js';
import { ALL_CASES } from '../plan/all-cases.js';
import type { DemoCase } from '../plan/demo-case.js';
import type { SignIn } from './demo-staff.js';
import { loadDemo } from './load.js';

/** One rejected days ago, whose money had been taken, and one that waits. */
const [rejected, waiting] = ['DEMO-X03', 'DEMO-W13'].map((key) => {
  const found = ALL_CASES.find((demo) => demo.key === key);
  if (!found) throw new Error(`${key} is not in the plan.`);
  return found;
}) as [DemoCase, DemoCase];

const folder = mkdtempSync(join(tmpdir(), 'permit-desk-load-'));
const signInsFile = join(folder, 'demo-sign-ins.json');
let sandbox: Sandbox;
let database: TestDatabase;
let settings: Settings;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  database = await createTestDatabase();
  settings = testSettings(database.url, {
    UPLOADS_DIR: join(folder, 'uploads'),
    PAY_URL: sandbox.payUrl,
    PAY_API_KEY: SANDBOX_PAY_API_KEY,
    VES_URL: sandbox.vesUrl,
    VES_API_KEY: SANDBOX_DVLA_API_KEY,
    NOTIFY_URL: sandbox.notifyUrl,
    NOTIFY_API_KEY: SANDBOX_NOTIFY_API_KEY,
    NOTIFY_EMAIL_TEMPLATE: SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
    NOTIFY_TEXT_TEMPLATE: SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
    NOTIFY_LETTER_TEMPLATE: SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  });
}, 60_000);

afterAll(async () => {
  await database.drop();
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

function load(cases: readonly DemoCase[], changes: Partial<Settings> = {}): Promise<void> {
  return loadDemo({
    settings: Object.assign(Object.create(settings) as Settings, changes),
    sandboxUrl: sandbox.url,
    signInsFile,
    cases,
    say: () => undefined,
  });
}

const query = (sql: string): Promise<Record<string, unknown>[]> => database.dataSource.query(sql);
const readSignIns = (): SignIn[] => JSON.parse(readFileSync(signInsFile, 'utf8')) as SignIn[];

/** What the load wrote, but for the times of jobs. */
async function everything() {
  return {
    applications: await query('SELECT * FROM applications ORDER BY id'),
    events: await query('SELECT * FROM timeline_events ORDER BY id'),
    letters: await query('SELECT id, body FROM letters ORDER BY id'),
    commands: await query('SELECT * FROM payment_commands ORDER BY id'),
    staff: await query('SELECT id, email, role FROM staff_accounts ORDER BY id'),
    signIns: readSignIns(),
  };
}

it('refuses in production before it touches anything', async () => {
  await expect(load([waiting], { NODE_ENV: 'production' })).rejects.toThrow(/production/);
  expect(await query('SELECT id FROM staff_accounts')).toEqual([]);
});

it('goes on where a load was cut off, and a whole one run again changes nothing', async () => {
  await load([{ ...rejected, steps: rejected.steps.slice(0, 2) }]);
  expect(await query('SELECT status FROM applications')).toEqual([{ status: 'in_review' }]);

  await load([rejected, waiting]);
  const whole = await everything();
  await load([rejected, waiting]);

  expect(await everything()).toEqual(whole);
  expect(whole.applications.map(({ status }) => status).sort()).toEqual(['rejected', 'submitted']);
}, 180_000);

it('did last week what the plan says of last week, also at the payment service', async () => {
  const [decision] = await query('SELECT decided_at FROM decisions');
  const [command] = await query('SELECT state, sent_at FROM payment_commands');
  const decidedAt = decision?.['decided_at'] as Date;
  const hoursAgo = (Date.now() - decidedAt.getTime()) / 3_600_000;
  const planned = rejected.steps.at(-1)?.hoursAgo ?? 0;
  expect(hoursAgo).toBeGreaterThan(planned - 16);
  expect(hoursAgo).toBeLessThan(planned + 1);
  // The bank's own answer comes seconds later: the worker of the desk that is started hears of it.
  expect(command).toMatchObject({ state: 'sent', sent_at: decidedAt });

  const [payment] = await sandbox.control.payments({ reference: rejected.key });
  expect(payment?.refund_summary).toMatchObject({ status: 'full', amount_submitted: 5500 });
  const held = await sandbox.control.payments({ reference: waiting.key });
  expect(held.map(({ state }) => state.status)).toEqual(['capturable']);
});

it('asked DVLA’s register about both vehicles', async () => {
  const checks = await query('SELECT state, facts FROM vehicle_register_checks');
  expect(checks.map(({ state }) => state)).toEqual(['found', 'found']);
  for (const { facts } of checks) {
    expect(JSON.parse(String(facts))).toMatchObject({ taxStatus: 'Taxed', typeApproval: 'M1' });
  }
});

it('leaves sign-ins of every role and the key of the portal, for nobody else to read', async () => {
  const roles = readSignIns().map(({ role }) => role);
  expect(new Set(roles)).toEqual(
    new Set(['officer', 'supervisor', 'support', 'administrator', 'auditor', 'API key']),
  );
  expect(statSync(signInsFile).mode & 0o777).toBe(0o600);
  for (const { password } of readSignIns()) expect(password.length).toBeGreaterThan(12);
});

it('leaves two requests for money back that somebody must answer (R-CAN-2)', async () => {
  await load(ALL_CASES.filter(({ steps }) => steps.some((step) => step.do === 'exception')));
  const asked = await query('SELECT state, amount_pence FROM refund_exceptions ORDER BY id');
  expect(asked.map(({ state }) => state)).toEqual(['requested', 'requested']);
}, 180_000);
