import { setTimeout as pause } from 'node:timers/promises';
import { newChance } from '../../support/faults/chance.js';
import {
  type DatabaseProxy,
  type Fate,
  startDatabaseProxy,
  type Statement,
} from '../../support/faults/database-proxy.js';
import { partsOf, REJECTED, UNDECIDED } from '../../support/faults/decision-parts.js';
import {
  type FaultBench,
  type FaultCase,
  startFaultBench,
  type Web,
} from '../../support/faults/fault-bench.js';
import {
  addOfficer,
  type FilledForm,
  fillRejection,
  type Officer,
  press,
} from '../../support/faults/officers.js';
import { isOnlyLooking, transactionSteps } from '../../support/faults/transaction-steps.js';
import { waitUntil } from '../../support/faults/wait-until.js';

/** Two cores may be busy with many other things. */
const PATIENCE_MS = 300_000;
const ROUNDS = 3;
const AT_ONCE = 6;
const chance = newChance('web killed');
let bench: FaultBench;
let officer: Officer;

beforeAll(async () => {
  bench = await startFaultBench();
}, PATIENCE_MS);
afterAll(() => bench.stop(), 30_000);

interface Desk {
  cases: FaultCase[];
  forms: FilledForm[];
}

/** Cases with a rejection that only waits for its last button. */
async function fillMany(web: Web, count: number): Promise<Desk> {
  officer ??= await addOfficer(bench, web.url);
  const desk: Desk = { cases: [], forms: [] };
  for (let index = 0; index < count; index += 1) {
    const added = await bench.addCase(officer.id);
    desk.cases.push(added);
    desk.forms.push(await fillRejection(officer.at(web.url), added));
  }
  return desk;
}

/** Presses every button at once: the status of each answer, null where none came. */
function pressAll(web: Web, { forms }: Desk): Promise<(number | null)[]> {
  const pressed = forms.map((form) =>
    press(officer.at(web.url), form).then(
      ({ status }) => status,
      () => null,
    ),
  );
  return Promise.all(pressed);
}

const partsNow = ({ cases }: Desk) =>
  partsOf(
    bench,
    cases.map(({ id }) => id),
  );

/** After a restart the same forms are sent again: each gets its one decision, the first. */
async function expectWholeAfter(web: Web, desk: Desk): Promise<void> {
  expect(await pressAll(web, desk)).toEqual(desk.cases.map(() => 303));
  expect(await partsNow(desk)).toEqual(desk.cases.map(() => REJECTED));
}

describe('kill -9 of the web process while it decides (R1.2)', () => {
  let judge: (statement: Statement) => Fate = () => 'pass';
  let proxy: DatabaseProxy;
  afterAll(() => proxy.stop());

  it(
    'leaves nothing or everything, whichever statement of the transaction was the last',
    async () => {
      proxy = await startDatabaseProxy(bench.database.url, (statement) => judge(statement));
      const slowed = { DATABASE_URL: proxy.url, DATABASE_POOL: '100' };
      const [web, next] = await Promise.all([bench.startWeb(slowed), bench.startWeb()]);

      const steps = await stepsOfOneDecision(web);
      expect(steps.length).toBeGreaterThan(15);
      expect(steps.at(-1)).toBe('COMMIT');
      // One transaction is stopped before each statement that is more than a look, and one after COMMIT.
      const stops = steps.flatMap((sql, step) => (isOnlyLooking(sql) ? [] : [step]));
      expect(stops.length).toBeGreaterThan(10);
      const desk = await fillMany(web, stops.length + 1);
      const place = transactionSteps();
      judge = (statement) => {
        const at = place(statement);
        if (!at || at.step !== (stops[at.transaction] ?? stops.at(-1))) return 'pass';
        return at.transaction === stops.length ? 'hold-answer' : 'hold';
      };
      const pressed = pressAll(web, desk);
      await waitUntil(
        'every decision is stopped',
        () => proxy.held().length === desk.cases.length,
        {
          describe: () => ({
            held: proxy.held().length,
            of: desk.cases.length,
            said: web.output(),
          }),
        },
      );
      await web.kill();
      expect(await pressed).toEqual(desk.cases.map(() => null));

      const parts = await partsNow(desk);
      expect(parts.filter(({ status }) => status === 'rejected')).toEqual([REJECTED]);
      expect(parts.filter(({ status }) => status !== 'rejected')).toEqual(
        stops.map(() => UNDECIDED),
      );
      await expectWholeAfter(next, desk);
    },
    PATIENCE_MS,
  );

  async function stepsOfOneDecision(web: Web): Promise<string[]> {
    const desk = await fillMany(web, 1);
    const steps: string[][] = [];
    const place = transactionSteps();
    judge = (statement) => {
      const at = place(statement);
      if (at) (steps[at.transaction] ??= []).push(statement.sql);
      return 'pass';
    };
    expect(await pressAll(web, desk)).toEqual([303]);
    judge = () => 'pass';
    expect(steps).toHaveLength(1);
    return steps[0] ?? [];
  }
});

describe('kill -9 of the web process at random instants', () => {
  it(
    'keeps what was answered, and never a part of anything',
    async () => {
      let web = await bench.startWeb();
      const seen = { whole: 0, nothing: 0, answered: 0 };
      for (let round = 1; round <= ROUNDS; round += 1) {
        const [next, desk] = await Promise.all([bench.startWeb(), fillMany(web, AT_ONCE)]);
        const pressed = pressAll(web, desk);
        await someAreDecided(desk, Math.floor(chance.below(AT_ONCE)));
        await pause(chance.below(20));
        await web.kill();
        const statuses = await pressed;
        const parts = await partsNow(desk);
        for (const [index, found] of parts.entries()) {
          const wasAnswered = statuses[index] !== null;
          if (wasAnswered) expect([statuses[index], found]).toEqual([303, REJECTED]);
          else expect(found).toEqual(found.status === 'rejected' ? REJECTED : UNDECIDED);
          seen.answered += wasAnswered ? 1 : 0;
          seen[found.status === 'rejected' ? 'whole' : 'nothing'] += 1;
        }
        await expectWholeAfter(next, desk);
        web = next;
      }
      process.stderr.write(`web killed: seed ${chance.seed}, ${JSON.stringify(seen)}\n`);
      expect(seen.whole + seen.nothing).toBe(ROUNDS * AT_ONCE);
    },
    PATIENCE_MS,
  );
});

async function someAreDecided({ cases }: Desk, count: number): Promise<void> {
  const ids = cases.map(({ id }) => id);
  const decided = async () => {
    const sql = 'SELECT id FROM decisions WHERE application_id IN (?)';
    return (await bench.database.rows(sql, [ids])).length;
  };
  await waitUntil(`${count} are decided`, async () => (await decided()) >= count, { pauseMs: 3 });
}
