import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from '../../support/faults/built-program.js';
import { newChance } from '../../support/faults/chance.js';
import {
  type FaultBench,
  type FaultCase,
  startFaultBench,
  type Web,
} from '../../support/faults/fault-bench.js';
import { addOfficer, type Officer } from '../../support/faults/officers.js';
import { waitUntilQuiet } from '../../support/faults/settled-cases.js';
import { waitUntil } from '../../support/faults/wait-until.js';

/** `BULK_CASES=500` is as many as one press may reject. */
const CASES = Number(process.env['BULK_CASES'] ?? 60);
/** At ten calls a second the payment service alone takes a tenth of a second for each. */
const PATIENCE_MS = 300_000 + CASES * 1000;
const AT_ONCE = 4;
const chance = newChance('bulk killed');

let bench: FaultBench;
let web: Web;
let supervisor: Officer;

beforeAll(async () => {
  bench = await startFaultBench();
  web = await bench.startWeb();
  supervisor = await addOfficer(bench, web.url, 'supervisor');
}, PATIENCE_MS);
afterAll(() => bench.stop(), 30_000);

async function addCases(): Promise<FaultCase[]> {
  const cases: FaultCase[] = [];
  while (cases.length < CASES) {
    const some = Math.min(AT_ONCE, CASES - cases.length);
    const added = Array.from({ length: some }, () => bench.addCase(supervisor.id));
    cases.push(...(await Promise.all(added)));
  }
  return cases;
}

/** Chooses them all, gives a reason, and presses the last button. Answers the page of the run. */
async function rejectAll(): Promise<string> {
  const browser = supervisor.at(web.url);
  const versions = await bench.database.rows<{ reference: string; version: number }>(
    'SELECT reference, version FROM applications',
  );
  const chosen = versions.map(({ reference, version }) => `${reference}.${version}`).join(' ');
  const form = await browser.post('/bulk-rejections', { chosen });
  const check = await browser.submit(form, { reasons: ['not_in_zone'], step: 'check' });
  const ofRun = 'main form[action="/bulk-rejections"]';
  const started = await browser.submit(check, { step: 'send' }, ofRun);
  expect(started.status).toBe(303);
  return started.location ?? '';
}

const ids = async (sql: string) =>
  (await bench.database.rows<{ id: string }>(sql)).map(({ id }) => id).sort();
const count = async (sql: string) => (await ids(sql)).length;

const DECIDED = `SELECT application_id AS id FROM decisions WHERE outcome = 'rejected'`;
const RELEASED = `SELECT application_id AS id FROM payment_commands WHERE kind = 'release'`;
const SETTLED = `${RELEASED} AND state = 'settled' AND effect = 'hold_cancelled'`;
const events = (type: string) =>
  `SELECT application_id AS id FROM timeline_events WHERE type = '${type}'`;
const journals = (kind: string) =>
  `SELECT application_id AS id FROM ledger_journals WHERE kind = '${kind}'`;

/** Everything that is there once for each case, by what it is. */
const ONCE = {
  decided: DECIDED,
  released: RELEASED,
  settled: SETTLED,
  voided: journals('hold_voided'),
  written: 'SELECT application_id AS id FROM letters',
  'said that it is rejected': events('application-rejected'),
  'said that the hold is cancelled': events('payment-settled'),
  'said that the letter is sent': events('letter-sent'),
} as const;

/** Lets the worker go on until so much is there and a moment longer, and kills it. */
async function killWhen(worker: Program, sql: string, least: number): Promise<void> {
  const isSo = async () => (await count(sql)) >= least;
  await waitUntil(`${least} of ${sql}`, isSo, {
    ...{ patienceMs: PATIENCE_MS, pauseMs: 5, describe: worker.output },
  });
  await pause(chance.below(200));
  await worker.kill();
}

/** Each payment was cancelled once, and nothing else was ever done to any. */
async function expectReleasedOnce(cases: readonly FaultCase[]): Promise<void> {
  const wanted = cases.map(({ providerPaymentId }) => providerPaymentId).sort();
  const log = await bench.sandbox.control.log({ service: 'pay' });
  const acted = log.filter(({ method, acted: isDone }) => method === 'POST' && isDone);
  const cancelled = acted.filter(({ operation }) => operation === 'cancel');
  expect(cancelled.map(({ paymentId }) => paymentId).sort()).toEqual(wanted);
  expect(acted.filter(({ operation }) => /capture|refund/.test(operation))).toEqual([]);
  const payments = await bench.sandbox.control.payments();
  expect(new Set(payments.map(({ state }) => state.status))).toEqual(new Set(['cancelled']));
}

async function expectToldOnce(): Promise<void> {
  const messages = await bench.sandbox.control.messages();
  expect(messages.map(({ reference }) => reference).sort()).toEqual(
    await ids('SELECT id FROM letters'),
  );
}

describe('kill -9 of the worker while it rejects many cases in one go', () => {
  it(
    `decides ${CASES} cases once each, and releases each payment once`,
    async () => {
      const cases = await addCases();
      const wanted = cases.map(({ id }) => id).sort();
      const run = await rejectAll();
      const some = () => 1 + Math.floor(chance.below(CASES / 3));
      // Once while it still decides, once while it still releases.
      await killWhen(bench.startWorker(), DECIDED, some());
      const [decided, before] = [await count(DECIDED), await count(SETTLED)];
      await killWhen(bench.startWorker(), SETTLED, before + some());
      const settled = await count(SETTLED);
      process.stderr.write(`bulk killed: ${decided} decided, then ${settled} settled\n`);
      expect(Math.max(decided, settled)).toBeLessThan(CASES);

      bench.startWorker();
      const isOver = async () => (await count(SETTLED)) >= CASES;
      await waitUntil('every payment is released', isOver, { patienceMs: PATIENCE_MS });
      await waitUntilQuiet(bench);
      for (const [what, sql] of Object.entries(ONCE)) {
        expect([what, await ids(sql)]).toEqual([what, wanted]);
      }
      await expectReleasedOnce(cases);
      await expectToldOnce();
      const { $ } = await supervisor.at(web.url).get(run);
      expect($('h1').text()).toBe(`${CASES} of ${CASES} cases rejected`);
    },
    PATIENCE_MS,
  );
});
