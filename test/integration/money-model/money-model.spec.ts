import fc from 'fast-check';
import { ReadPaymentJob } from '../../../src/payments/read-payment.job.js';
import { type ModelDesk, startModelDesk } from '../../support/model/model-desk.js';
import { aMoneyStep, type MoneyStep } from '../../support/money-model/a-money-step.js';
import { beginMoneyHistory, type MoneyHistory } from '../../support/money-model/money-history.js';
import { brokenAtRest } from '../../support/money-model/money-invariants.js';
import { fail, passTime, takeMoneyStep } from '../../support/money-model/take-money-step.js';
import { commandsForPeople, helpOut } from '../../support/money-model/ask-people.js';
import { brokenByOldReadings } from '../../support/money-model/old-readings.js';
import { watchNoMore } from '../../support/money-model/watch-commands.js';
import { moneyJobs, workOnce } from '../../support/money-model/work-money.js';

/** `MODEL_RUNS`, and what a red run prints: `MODEL_SEED` and `MODEL_PATH`. */
const { MODEL_RUNS, MODEL_SEED, MODEL_PATH, MODEL_REPLAY, MODEL_SHRINK } = process.env;
/** As many as half a minute allows; 500 take some minutes. */
const RUNS = Number(MODEL_RUNS ?? 60);
/** Many histories, and a red one is shrunk. */
const PATIENCE_MS = 300_000 + RUNS * 5_000;
const MOST_TURNS = 16;

let desk: ModelDesk;
beforeAll(async () => {
  desk = await startModelDesk();
  desk.settings.QUALITY_SAMPLE_PERCENT = 0;
}, 120_000);
afterAll(() => desk.end());

class TakeStep implements fc.AsyncCommand<MoneyHistory, MoneyHistory> {
  constructor(private readonly step: MoneyStep) {}

  check(): boolean {
    return true;
  }

  run(history: MoneyHistory): Promise<void> {
    return takeMoneyStep(history, this.step);
  }

  toString(): string {
    return JSON.stringify(this.step);
  }
}

/** The payment service behaves again, and a person does what no machine could: first once more, then by hand. */
async function end(history: MoneyHistory): Promise<void> {
  await desk.sandbox.control.clearFaults();
  await desk.sandbox.control.changeSettings({ refundListLagMs: 0 });
  await comeToRest(history);
  for (const does of ['again', 'another_way'] as const) {
    if ((await askEverybody(history, does)) > 0) await comeToRest(history);
  }
  const broken = await brokenByOldReadings(history);
  if (broken.length > 0) fail(history, broken);
}

/** What waits is done, each payment is looked at once more, and everything must be where it belongs. */
async function comeToRest(history: MoneyHistory): Promise<void> {
  for (let turn = 0; (await moneyJobs(history)).length > 0; turn += 1) {
    if (turn === MOST_TURNS) fail(history, ['The jobs of money do not come to rest.']);
    await passTime(history, 600);
    for (const job of await moneyJobs(history)) await workOnce(history, job);
  }
  for (const { paymentId } of history.cases) await desk.worker.get(ReadPaymentJob).run(paymentId);
  const broken = await brokenAtRest(history);
  if (broken.length > 0) fail(history, broken);
}

/** A person takes each command that waits for one; answers how many could be helped. */
async function askEverybody(history: MoneyHistory, does: 'again' | 'another_way') {
  const waiting = await commandsForPeople(history);
  let helped = 0;
  for (const command of waiting) {
    const came = await helpOut(history, command, does);
    history.told.push(`${does} at the end: ${came}`);
    if (HELPED.test(came)) helped += 1;
  }
  return helped;
}

const HELPED = /^(again|paid)/;

/** Nothing of one history is found by the next one. */
async function clearAway(): Promise<void> {
  watchNoMore({ desk });
  await desk.rows(`UPDATE outbox_jobs SET state = 'done' WHERE state = 'waiting'`);
}

const aHistory = fc.commands([aMoneyStep.map((step) => new TakeStep(step))], {
  maxCommands: 22,
  size: 'max',
  ...(MODEL_REPLAY ? { replayPath: MODEL_REPLAY } : {}),
});

describe('money, whatever officers, the provider, other hands, workers and clocks do (R12.2)', () => {
  it(
    `is where the decisions put it, once, and the ledger says so, in ${RUNS} histories`,
    async () => {
      const property = fc.asyncProperty(fc.boolean(), aHistory, async (isAutumn, steps) => {
        const history = await beginMoneyHistory(desk, isAutumn);
        try {
          await fc.asyncModelRun(() => ({ model: history, real: history }), steps);
          await end(history);
        } finally {
          await clearAway();
        }
      });
      await fc.assert(property, {
        numRuns: RUNS,
        ...(MODEL_SEED ? { seed: Number(MODEL_SEED) } : {}),
        ...(MODEL_PATH ? { path: MODEL_PATH } : {}),
        endOnFailure: MODEL_PATH !== undefined || MODEL_SHRINK === 'no',
      });
    },
    PATIENCE_MS,
  );
});
