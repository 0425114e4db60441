import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from '../../support/faults/built-program.js';
import {
  type DatabaseProxy,
  type Fate,
  startDatabaseProxy,
  type Statement,
} from '../../support/faults/database-proxy.js';
import {
  type FaultBench,
  type FaultCase,
  LEASE_SECONDS,
  startFaultBench,
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
  MONEY_MOVES,
  type MoneyMove,
  settledOnce,
  settlementOf,
  waitUntilQuiet,
} from '../../support/faults/settled-cases.js';
import { waitUntil } from '../../support/faults/wait-until.js';

/** Two cores may be busy with many other things. */
const PATIENCE_MS = 300_000;
const MOVES = ['cancel', 'refund', 'capture'] as const;
let bench: FaultBench;
let web: Web;
let officer: Officer;
let proxy: DatabaseProxy;
let judge: (statement: Statement) => Fate = () => 'pass';

beforeAll(async () => {
  bench = await startFaultBench();
  web = await bench.startWeb();
  officer = await addOfficer(bench, web.url);
  proxy = await startDatabaseProxy(bench.database.url, (statement) => judge(statement));
}, PATIENCE_MS);
afterAll(async () => {
  await bench.stop();
  await proxy.stop();
}, 30_000);

interface Decided {
  move: MoneyMove;
  added: FaultCase;
}

/** One case for each way of moving the money. */
function decideThree(): Promise<Decided[]> {
  return Promise.all(
    MOVES.map(async (move) => {
      const { money, decision } = MONEY_MOVES[move];
      const added = await bench.addCase(officer.id, money);
      const browser = officer.at(web.url);
      const fill = decision === 'approve' ? fillApproval : fillRejection;
      expect((await press(browser, await fill(browser, added))).status).toBe(303);
      return { move, added };
    }),
  );
}

async function expectOnce(decided: readonly Decided[]): Promise<void> {
  for (const { move, added } of decided) {
    expect(await settlementOf(bench, added)).toEqual(settledOnce(move));
  }
}

/** Requests that would have moved the money, whatever they were answered. */
async function requestsToMove(decided: readonly Decided[]): Promise<number> {
  const logs = await Promise.all(
    decided.map(({ added }) =>
      bench.sandbox.control.log({ service: 'pay', paymentId: added.providerPaymentId }),
    ),
  );
  return logs.flat().filter(({ method }) => method === 'POST').length;
}

const MARKS_SENDING = /UPDATE payment_commands [^]*SET c\.state = 'unknown'/;
const LOCKS_CASE = /FROM `applications` WHERE `id` = '([^']+)'[^]* FOR UPDATE/;

/**
 * Stops a worker before it says that it sends, or when it has said so and has not sent yet. Before:
 * at the lock it takes for that, its second one of the case; the first keeps what it read.
 */
function stopAt(place: 'before' | 'after'): (statement: Statement) => Fate {
  const marked = new Set<number>();
  const locked = new Set<string>();
  return ({ connection, sql }) => {
    const id = place === 'before' ? LOCKS_CASE.exec(sql)?.[1] : undefined;
    if (id !== undefined && locked.has(id)) return 'hold';
    if (id !== undefined) locked.add(id);
    if (place === 'after' && MARKS_SENDING.test(sql)) marked.add(connection);
    return sql === 'COMMIT' && marked.delete(connection) ? 'hold-answer' : 'pass';
  };
}

describe('a worker that stands still longer than its lease, and a second one (R3.5)', () => {
  let slow: Program;
  let quick: Program;
  afterEach(async () => {
    judge = () => 'pass';
    proxy.release();
    await Promise.all([slow, quick].map((program) => program.kill()));
  });

  it.each(['before', 'after'] as const)(
    'has one effect when it goes on %s it said that it sends',
    async (place) => {
      const decided = await decideThree();
      judge = stopAt(place);
      slow = bench.startWorker({ DATABASE_URL: proxy.url });
      // Its own relay may take a row again whose lease ran out meanwhile: then more stand still.
      await waitUntil('it stands still', () => proxy.held().length >= MOVES.length, {
        describe: () => slow.output(),
      });
      quick = bench.startWorker();
      await waitUntilQuiet(bench);
      judge = () => 'pass';
      proxy.release();
      await pause(1500);
      await expectOnce(decided);
      // Who has not said so yet sees that it was done, and sends nothing; else the service refuses it.
      if (place === 'before') expect(await requestsToMove(decided)).toBeLessThan(6);
      expect([slow.hasEnded(), quick.hasEnded()]).toEqual([false, false]);
    },
    PATIENCE_MS,
  );

  it(
    'has one effect when the whole process is frozen in the middle and thawed',
    async () => {
      const decided = [...(await decideThree()), ...(await decideThree())];
      slow = bench.startWorker();
      quick = bench.startWorker();
      await waitUntil(
        'the first command is being sent',
        async () => {
          const begun = `SELECT id FROM payment_commands WHERE state = 'unknown'`;
          return (await bench.database.rows(begun)).length > 0;
        },
        { pauseMs: 2 },
      );
      slow.freeze();
      await pause(LEASE_SECONDS * 1000 + 500);
      slow.thaw();
      quick.freeze();
      await pause(LEASE_SECONDS * 1000 + 500);
      quick.thaw();
      await waitUntilQuiet(bench);
      await expectOnce(decided);
    },
    PATIENCE_MS,
  );
});
