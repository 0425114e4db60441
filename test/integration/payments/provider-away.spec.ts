import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startFaultBench,
  type FaultBench,
  type FaultCase,
  type Web,
} from '../../support/faults/fault-bench.js';
import {
  addOfficer,
  fillApproval,
  fillRejection,
  type Officer,
  press,
} from '../../support/faults/officers.js';
import {
  type MoneyMove,
  MONEY_MOVES,
  settledOnce,
  settlementOf,
  waitUntilQuiet,
} from '../../support/faults/settled-cases.js';
import { waitUntil } from '../../support/faults/wait-until.js';
import { mostInASecond } from './requests-a-second.js';

/** Two cores may be busy with many other things. */
const PATIENCE_MS = 300_000;
const CASES = 36;
/** What an hour of tries comes to: 1, 2, 4 … 32 seconds, then a minute each. */
const TRIES_OF_AN_HOUR = 60;
/** R1.6: one process asks no more often; the service refuses more than fifteen. */
const POSTS_A_SECOND = 10;

const preload = join(process.cwd(), 'test/support/faults/post-times.mjs');

let folder: string;
let bench: FaultBench;
let web: Web;
let officer: Officer;
let supervisor: Officer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'permit-desk-away-'));
  writeFileSync(postTimes(), '');
  bench = await startFaultBench();
  web = await bench.startWeb();
  officer = await addOfficer(bench, web.url);
  supervisor = await addOfficer(bench, web.url, 'supervisor');
}, PATIENCE_MS);
afterAll(async () => {
  await bench.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

interface Decided extends FaultCase {
  move: MoneyMove;
}

const MOVES = Object.keys(MONEY_MOVES) as MoneyMove[];

async function decide(move: MoneyMove): Promise<Decided> {
  const { money, decision } = MONEY_MOVES[move];
  const added = await bench.addCase(officer.id, money);
  const browser = officer.at(web.url);
  const fill = decision === 'approve' ? fillApproval : fillRejection;
  expect((await press(browser, await fill(browser, added))).status).toBe(303);
  return { ...added, move };
}

const commandStates = async (cases: readonly Decided[]) => {
  const ids = cases.map(({ id }) => id);
  const rows = await bench.database.rows<{ state: string }>(
    'SELECT DISTINCT state FROM payment_commands WHERE application_id IN (?) ORDER BY state',
    [ids],
  );
  return rows.map(({ state }) => state);
};

const postsTo = async () => {
  const log = await bench.sandbox.control.log({ service: 'pay' });
  return log.filter(({ method }) => method === 'POST');
};

const postTimes = () => join(folder, 'post-times');

/** When the worker sent each of its POST requests, by its own clock. */
const sentAt = () => readFileSync(postTimes(), 'utf8').split('\n').filter(Boolean).map(Number);

const AWAY = 'The payment service has not answered since';

async function boardSays(): Promise<string> {
  const { text } = await supervisor.at(web.url).get('/refunds');
  return text;
}

/** The tries of an hour are behind every command; the next one is due now. */
async function anHourLater(): Promise<void> {
  await bench.database.rows(
    `UPDATE outbox_jobs SET attempts = attempts + ?, due_at = UTC_TIMESTAMP(3), queued_until = NULL
      WHERE state = 'waiting' AND job IN ('release-payment', 'capture-payment')`,
    [TRIES_OF_AN_HOUR],
  );
}

describe('the payment service is away for an hour', () => {
  it(
    'decisions go on, their commands wait; then all is moved once, within the rate limit',
    async () => {
      const away = {
        service: 'pay',
        operation: '*',
        fault: 'drop-before',
        times: 1_000_000,
      } as const;
      await bench.sandbox.control.addFault(away);
      bench.startWorker({ NODE_OPTIONS: `--import=${preload}`, POST_TIMES: postTimes() });
      const cases: Decided[] = [];
      for (let index = 0; index < CASES; index += 1) {
        cases.push(await decide(MOVES[index % MOVES.length] ?? 'cancel'));
      }
      await waitUntil('each was tried', async () => {
        const [row] = await bench.database.rows<{ untried: string }>(
          `SELECT COUNT(*) AS untried FROM payment_commands WHERE last_problem IS NULL`,
        );
        return Number(row?.untried) === 0;
      });
      expect(await commandStates(cases)).toEqual(['requested']);
      expect((await postsTo()).filter(({ acted }) => acted)).toEqual([]);
      await waitUntil('the board says so', async () => (await boardSays()).includes(AWAY));
      const before = sentAt().length;
      await anHourLater();
      await bench.sandbox.control.changeSettings({ payRateLimit: true });
      await bench.sandbox.control.clearFaults();
      await waitUntilQuiet(bench);
      for (const decided of cases) {
        expect(await settlementOf(bench, decided)).toEqual(settledOnce(decided.move));
      }
      expect(await boardSays()).not.toContain(AWAY);
      expect((await postsTo()).filter(({ acted }) => acted)).toHaveLength(CASES);
      expect(sentAt().length - before).toBeGreaterThanOrEqual(CASES);
      expect(mostInASecond(sentAt())).toBeLessThanOrEqual(POSTS_A_SECOND);
    },
    PATIENCE_MS,
  );
});
