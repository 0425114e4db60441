import { type DatabaseProxy, startDatabaseProxy } from '../../support/faults/database-proxy.js';
import {
  type FaultBench,
  type FaultCase,
  startFaultBench,
  type Web,
} from '../../support/faults/fault-bench.js';
import {
  everyStop,
  followJobs,
  rowMark,
  type Stop,
  watchedJob,
  type WatchedJob,
} from '../../support/faults/job-steps.js';
import { addOfficer, fillRejection, type Officer, press } from '../../support/faults/officers.js';
import {
  MONEY_MOVES,
  settledOnce,
  settlementOf,
  waitUntilQuiet,
} from '../../support/faults/settled-cases.js';
import { waitUntil } from '../../support/faults/wait-until.js';

/** Two cores may be busy with many other things. */
const PATIENCE_MS = 600_000;
/** As many jobs as a worker does of each queue at the same time. */
const AT_ONCE = 4;
let bench: FaultBench;
let web: Web;
let officer: Officer;
let proxy: DatabaseProxy;
let watched: WatchedJob[] = [];

beforeAll(async () => {
  bench = await startFaultBench();
  await putTasksOff(bench);
  web = await bench.startWeb();
  officer = await addOfficer(bench, web.url);
  proxy = await startDatabaseProxy(
    bench.database.url,
    followJobs(() => watched),
  );
}, PATIENCE_MS);
afterAll(async () => {
  await bench.stop();
  await proxy.stop();
}, 30_000);

/** What comes round by the clock touches the same payments; here only the two jobs shall. */
async function putTasksOff({ database }: FaultBench): Promise<void> {
  for (const task of ['mind-money', 'verify-ledger', 'follow-holds', 'reconcile-daily']) {
    await database.rows(
      `INSERT INTO periodic_turns (task, due_at) VALUES (?, UTC_TIMESTAMP(3) + INTERVAL 1 DAY)`,
      [task],
    );
  }
}

interface Rejected extends FaultCase {
  move: 'cancel' | 'refund';
  release: WatchedJob;
  letter: WatchedJob;
}

/** Rejects a case over the web: a release and a letter wait for the worker. */
async function rejectOne(move: Rejected['move'] = 'cancel'): Promise<Rejected> {
  const added = await bench.addCase(officer.id, MONEY_MOVES[move].money);
  const browser = officer.at(web.url);
  expect((await press(browser, await fillRejection(browser, added))).status).toBe(303);
  const one = async (sql: string) => {
    const [row] = await bench.database.rows<{ id: string; row: string }>(sql, [added.id]);
    return row ?? { id: 'none', row: 'none' };
  };
  const command = await one(
    `SELECT c.id, o.id AS row FROM payment_commands c JOIN outbox_jobs o ON o.subject_id = c.id
      WHERE c.application_id = ?`,
  );
  const letter = await one(
    `SELECT l.id, o.id AS row FROM letters l JOIN outbox_jobs o ON o.subject_id = l.id
      WHERE l.application_id = ?`,
  );
  const payment = await one('SELECT id FROM payments WHERE application_id = ?');
  const ofPayment = [command.id, payment.id, `\`payments\`[^]*${added.id}`];
  return {
    ...{ ...added, move },
    release: watchedJob([rowMark(command.row), ...ofPayment.map((mark) => new RegExp(mark))]),
    letter: watchedJob([rowMark(letter.row), new RegExp(letter.id)]),
  };
}

const throughProxy = () => ({ DATABASE_URL: proxy.url, DATABASE_POOL: '30' });

/** The statements of the job up to the COMMIT that finishes its row. */
function stepsToItsEnd({ steps }: WatchedJob): string[] {
  const finished = steps.findIndex((sql) => sql.includes(`state = 'done'`));
  expect(steps[finished + 1]).toBe('COMMIT');
  return steps.slice(0, finished + 2);
}

describe('kill -9 of the worker around the release', () => {
  it(
    'moves the money once and sends the letter once, wherever it was killed',
    async () => {
      const stops = await stopsOfOneCase();
      const rounds = Math.ceil(Math.max(stops.release.length, stops.letter.length) / AT_ONCE);
      const cases: Rejected[] = [];
      for (let round = 0; round < rounds; round += 1) {
        cases.push(...(await killAt(round, stops)));
      }
      const worker = bench.startWorker();
      await waitUntilQuiet(bench);
      for (const rejected of cases) {
        const found = await settlementOf(bench, rejected);
        expect({ ...found, stopped: stopsOf(rejected) }).toEqual({
          ...settledOnce(rejected.move),
          stopped: stopsOf(rejected),
        });
      }
      await worker.kill();
    },
    PATIENCE_MS,
  );

  /** An undisturbed case, to learn the statements of its two jobs. */
  async function stopsOfOneCase() {
    const rejected = await rejectOne();
    watched = [rejected.release, rejected.letter];
    const worker = bench.startWorker(throughProxy());
    await waitUntilQuiet(bench);
    await worker.kill();
    expect(await settlementOf(bench, rejected)).toEqual(settledOnce('cancel'));
    const [release, letter] = [stepsToItsEnd(rejected.release), stepsToItsEnd(rejected.letter)];
    return { release: everyStop(release), letter: everyStop(letter) };
  }

  /** Stops as many jobs as fit, each at its own statement, and kills the worker. */
  async function killAt(round: number, stops: { release: Stop[]; letter: Stop[] }) {
    const from = round * AT_ONCE;
    const cases: Rejected[] = [];
    for (let index = from; index < from + AT_ONCE; index += 1) {
      // Two cases: a job that is stopped may hold the lock that the other job of its case waits for.
      for (const job of ['release', 'letter'] as const) {
        const stop = stops[job][index];
        if (!stop) continue;
        const rejected = await rejectOne(index % 2 === 0 ? 'cancel' : 'refund');
        rejected[job].stop = stop;
        cases.push(rejected);
        watched.push(rejected.release, rejected.letter);
      }
    }
    const worker = bench.startWorker(throughProxy());
    const toStop = cases
      .flatMap(({ release, letter }) => [release, letter])
      .filter((job) => job.stop);
    await waitUntil('every job is stopped', () => proxy.held().length === toStop.length, {
      describe: () => ({ held: proxy.held(), wanted: toStop, said: worker.output() }),
    });
    await worker.kill();
    watched = [];
    return cases;
  }
});

const stopsOf = ({ release, letter }: Rejected) => ({
  release: release.stop && [release.stop, release.steps[release.stop.step]],
  letter: letter.stop && [letter.stop, letter.steps[letter.stop.step]],
});
