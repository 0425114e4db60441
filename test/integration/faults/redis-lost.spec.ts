import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from '../../support/faults/built-program.js';
import { newChance } from '../../support/faults/chance.js';
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
import { type OwnRedis, startOwnRedis } from '../../support/faults/own-redis.js';
import { settledOnce, settlementOf, waitUntilQuiet } from '../../support/faults/settled-cases.js';

/** Two cores may be busy with many other things. */
const PATIENCE_MS = 300_000;
const DECISIONS = 32;
const WHILE_AWAY = 6;
const chance = newChance('Redis lost');
let redis: OwnRedis;
let bench: FaultBench;
let web: Web;
let worker: Program;
let officer: Officer;

beforeAll(async () => {
  redis = await startOwnRedis();
  bench = await startFaultBench(redis.url);
  web = await bench.startWeb();
  worker = bench.startWorker();
  officer = await addOfficer(bench, web.url);
}, PATIENCE_MS);
afterAll(async () => {
  try {
    await bench.stop();
  } finally {
    await redis.drop();
  }
}, 30_000);

interface Waiting {
  added: FaultCase;
  form: FilledForm;
}

async function fillMany(count: number): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (let index = 0; index < count; index += 1) {
    const added = await bench.addCase(officer.id);
    waiting.push({ added, form: await fillRejection(officer.at(web.url), added) });
  }
  return waiting;
}

async function decide({ form }: Waiting): Promise<number> {
  return (await press(officer.at(web.url), form)).status;
}

async function expectAllSettledOnce(waiting: readonly Waiting[]): Promise<void> {
  for (const { added } of waiting) {
    expect(await settlementOf(bench, added)).toEqual(settledOnce('cancel'));
  }
}

describe('attack 203: Redis emptied at any moment (R3.1)', () => {
  it(
    'loses no decision, release or letter, and does none twice',
    async () => {
      const waiting = await fillMany(DECISIONS);
      const flushing = new AbortController();
      let flushes = 0;
      const emptying = (async () => {
        while (!flushing.signal.aborted) {
          await pause(chance.below(150));
          await redis.flushAll();
          flushes += 1;
        }
      })();
      const statuses = await Promise.all(
        waiting.map(async (one) => {
          await pause(chance.below(2500));
          return decide(one);
        }),
      );
      await pause(1000);
      flushing.abort();
      await emptying;
      expect(statuses).toEqual(waiting.map(() => 303));
      expect(flushes).toBeGreaterThan(5);
      await waitUntilQuiet(bench);
      await expectAllSettledOnce(waiting);
      expect(worker.hasEnded()).toBe(false);
    },
    PATIENCE_MS,
  );
});

describe('Redis stopped', () => {
  it(
    'lets officers decide on; what waited is done when it is back',
    async () => {
      const waiting = await fillMany(WHILE_AWAY);
      await redis.stop();
      const started = performance.now();
      expect(await Promise.all(waiting.map(decide))).toEqual(waiting.map(() => 303));
      expect(performance.now() - started).toBeLessThan(10_000);
      const page = await officer.at(web.url).get(`/applications/${waiting[0]?.added.reference}`);
      expect(page.status).toBe(200);
      expect((await fetch(`${web.url}/health`)).status).toBe(503);
      await pause(3000);
      expect(worker.hasEnded()).toBe(false);

      await redis.start();
      expect((await fetch(`${web.url}/health`)).status).toBe(200);
      await waitUntilQuiet(bench);
      await expectAllSettledOnce(waiting);
    },
    PATIENCE_MS,
  );

  it(
    'keeps no worker from starting: it works when Redis comes',
    async () => {
      await worker.kill();
      const waiting = await fillMany(2);
      await redis.stop();
      worker = bench.startWorker();
      expect(await Promise.all(waiting.map(decide))).toEqual([303, 303]);
      await pause(5000);
      expect(worker.hasEnded() ? worker.output() : 'alive').toBe('alive');
      await redis.start();
      await waitUntilQuiet(bench);
      await expectAllSettledOnce(waiting);
    },
    PATIENCE_MS,
  );
});
