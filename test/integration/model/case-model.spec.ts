import fc from 'fast-check';
import { brokenAtRest } from '../../support/model/invariants.js';
import { type ModelDesk, startModelDesk } from '../../support/model/model-desk.js';
import { differences } from '../../support/model/compare.js';
import { chainFaults } from '../../support/model/seals.js';
import { aStep, type Step } from '../../support/model/a-step.js';
import { fail, type History, takeStep } from '../../support/model/steps.js';

/** `MODEL_RUNS`, and what a red run prints: `MODEL_SEED`, `MODEL_PATH` and `MODEL_REPLAY`. */
const { MODEL_RUNS, MODEL_SEED, MODEL_PATH, MODEL_REPLAY, MODEL_SHRINK } = process.env;
const RUNS = Number(MODEL_RUNS ?? 160);
/** Many histories, and a red one is shrunk. */
const PATIENCE_MS = 300_000 + RUNS * 5_000;

let desk: ModelDesk;
beforeAll(async () => {
  desk = await startModelDesk();
}, 120_000);
afterAll(() => desk.end());

class TakeStep implements fc.AsyncCommand<History, History> {
  constructor(private readonly step: Step) {}

  check(): boolean {
    return true;
  }

  run(history: History): Promise<void> {
    return takeStep(history, this.step);
  }

  toString(): string {
    return JSON.stringify(this.step);
  }
}

/** In spring and in autumn, a week before the clocks change; always ahead of the machine's time. */
function startOf(isAutumn: boolean): number {
  const year = new Date().getUTCFullYear() + 1;
  return Date.parse(`${year}-${isAutumn ? '10-19T08' : '03-20T09'}:30:00.000Z`);
}

async function begin(isAutumn: boolean): Promise<History> {
  const plain = await desk.beginHistory(startOf(isAutumn));
  return { desk, plain, sent: [], told: [] };
}

/** All that is due is done, and everything must be where it belongs. */
async function end(history: History): Promise<void> {
  // For so long a message whose answer was lost is looked for before it goes again.
  await takeStep(history, { step: 'time', seconds: 121 });
  await takeStep(history, { step: 'work', way: 'plain' });
  const broken = [...(await brokenAtRest(history)), ...(await differences(history))];
  if (broken.length > 0) fail(history, broken.join('\n'));
}

/** Nothing of one history is found by the next one. */
async function clearAway(): Promise<void> {
  await desk.rows(`UPDATE outbox_jobs SET state = 'done' WHERE state = 'waiting'`);
  await desk.rows(
    `UPDATE applications SET status = 'withdrawn'
      WHERE status IN ('submitted', 'in_review', 'awaiting_evidence')`,
  );
}

const aHistory = fc.commands([aStep.map((step) => new TakeStep(step))], {
  maxCommands: 16,
  size: 'max',
  ...(MODEL_REPLAY ? { replayPath: MODEL_REPLAY } : {}),
});

describe('a case, whatever officers, residents, workers and clocks do (R12.1, R12.2)', () => {
  it(
    `is as the plain model of it foresees, in ${RUNS} histories`,
    async () => {
      const property = fc.asyncProperty(fc.boolean(), aHistory, async (isAutumn, steps) => {
        const history = await begin(isAutumn);
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

  it('leaves a chain of seals that verifies (I8)', async () => {
    const { seals, faults } = await chainFaults(desk);
    expect(faults).toEqual([]);
    expect(seals).toBeGreaterThan(0);
  });
});
