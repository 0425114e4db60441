import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  COMMAND_SILENCE_SECONDS,
  connect,
  dataSourceOptions,
} from '../../src/platform/database/data-source.js';
import { addOfficers, type BenchOfficer } from './bench-officers.js';
import { addCasesToApprove } from './cases-to-approve.js';
import { APPROVALS_EACH } from './doings.js';
import { type Figure, figure, isWithinAim, printFigures } from './figures.js';
import { financeStreamed } from './finance-streamed.js';
import { generateCases } from './generate-cases.js';
import { memoryFigures, memoryOf } from './memory.js';
import { pageWeights } from './page-weights.js';
import { Profiles } from './profiled.js';
import { measureAll } from './round.js';
import { releasesDrained } from './releases-drained.js';
import { paymentsReconciled } from './payments-reconciled.js';
import { settleSeals } from './settle-seals.js';
import { uploadToViewable } from './upload-to-viewable.js';

/** The part of `npm run bench` that measures; scripts/bench.mjs starts what it measures. */
const { values: wishes } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    million: { type: 'boolean', default: false },
    users: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string' },
    json: { type: 'string' },
    ledger: { type: 'string', default: '1000000' },
    profile: { type: 'boolean', default: false },
    payments: { type: 'string', default: '100000' },
  },
});
/** A multiple of three: a property has three cases. */
const FEW = 999;
/** So many of the first cases are open that there is enough to claim; of the others few are. */
const OPEN_AT_FIRST = 0.6;
const RELEASE_BATCHES = 4;
const most = wishes.million ? 1_000_000 : Number(wishes.cases);
const [seconds, users] = [Number(wishes.seconds), Number(wishes.users)];
const [address, floor] = [fromEnvironment('BENCH_ADDRESS'), fromEnvironment('BENCH_FLOOR')];
const webPid = Number(fromEnvironment('BENCH_WEB_PID'));
let madeReady = 0;
const source = await connect(
  dataSourceOptions({ url: fromEnvironment('DATABASE_MIGRATOR_URL'), poolSize: 2 }),
  COMMAND_SILENCE_SECONDS,
);
try {
  await source.query(
    'CREATE TABLE benchmark_writes (id INT AUTO_INCREMENT PRIMARY KEY, words TEXT)',
  );
  const clientId = await fill(0, FEW);
  const officers = await addOfficers(source, address, users);
  const pids = {
    web: webPid,
    floor: Number(fromEnvironment('BENCH_FLOOR_PID')),
  };
  const only = wishes.only?.split(',');
  const round = { source, floor, pids, officers, users, seconds, only };
  await makeReady(officers, clientId);
  await settleSeals(source);
  const few = await measureAll({ ...round, at: `${FEW} cases` });
  const measured = { web: webPid, worker: Number(fromEnvironment('BENCH_WORKER_PID')) };
  const before = await memoryOf(measured);
  await fill(FEW, most - FEW);
  await makeReady(officers, clientId);
  await settleSeals(source);
  const profiles = wishes.profile
    ? new Profiles({ pid: pids.web, file: fromEnvironment('BENCH_PROFILE') })
    : undefined;
  const many = await measureAll({ ...round, profiles, at: `${most} cases` });
  const figures = [...few.figures, ...many.figures];
  for (const [name, p95] of many.p95) {
    const growth = p95 / (few.p95.get(name) ?? NaN);
    figures.push(figure(`${name}: p95 at ${most} cases to ${FEW}`, 'times', growth, { aim: 1.5 }));
  }
  figures.push(...memoryFigures(before, await memoryOf(measured)));
  const [first] = officers;
  if (first) figures.push(...(await pageWeights(first.visitor, address)));
  figures.push(await uploadToViewable(source, { address, officers }));
  figures.push(await drainReleases(officers, clientId));
  if (first) figures.push(...(await exportFinance(first)));
  if (first) figures.push(...(await reconcile(first, measured.worker)));
  report(figures);
  profiles?.print();
  officers.forEach(({ visitor }) => visitor.leave());
} finally {
  await source.destroy();
}

function report(figures: readonly Figure[]): void {
  console.log('');
  printFigures(figures);
  const over = figures.filter((each) => !isWithinAim(each)).length;
  console.log(`\n${figures.length} figures, ${over} over their aim.`);
  if (wishes.json) writeFileSync(wishes.json, `${JSON.stringify(figures, null, 2)}\n`);
}

/** Returns the client whose applications they are. */
async function fill(from: number, count: number): Promise<string> {
  const runner = source.createQueryRunner();
  try {
    const made = await generateCases(runner, {
      ...{ from, count, now: new Date(), seed: from + 1 },
      ...(from === 0 ? { openShare: OPEN_AT_FIRST } : {}),
      onProgress: (done) => console.log(`  ${from + done} cases`),
    });
    console.log(`\n${from + count} cases`);
    return made.clientId;
  } finally {
    await runner.release();
  }
}

/** Enough for one round: at one user, and at many. */
async function makeReady(officers: readonly BenchOfficer[], clientId: string): Promise<void> {
  const runner = source.createQueryRunner();
  const [zone]: { code: string }[] = await source.query('SELECT code FROM zones LIMIT 1');
  try {
    const ready = await addCasesToApprove(runner, {
      ...{ clientId, zoneCode: zone?.code ?? '', each: 2 * APPROVALS_EACH, now: new Date() },
      officerIds: officers.map(({ id }) => id),
      sandboxUrl: fromEnvironment('SANDBOX_URL'),
      from: madeReady,
    });
    madeReady += officers.length * 2 * APPROVALS_EACH;
    officers.forEach((each) => each.toApprove.push(...(ready.get(each.id) ?? [])));
  } finally {
    await runner.release();
  }
}

/** Half of them are released by our code, the others by hand. */
async function drainReleases(officers: readonly BenchOfficer[], clientId: string): Promise<Figure> {
  const [one] = officers;
  if (!one) throw new Error('A benchmark has officers.');
  const before = one.toApprove.length;
  for (let batch = 0; batch < RELEASE_BATCHES; batch += 1) await makeReady([one], clientId);
  const references = one.toApprove.splice(before);
  return releasesDrained({ url: fromEnvironment('DATABASE_MIGRATOR_URL'), references });
}

function reconcile(officer: BenchOfficer, workerPid: number): Promise<Figure[]> {
  return paymentsReconciled({
    ...{ source, officer, workerPid, payments: Number(wishes.payments) },
    sandboxUrl: fromEnvironment('SANDBOX_URL'),
  });
}

function exportFinance(officer: BenchOfficer): Promise<Figure[]> {
  return financeStreamed({
    ...{ source, officer, address, lines: Number(wishes.ledger) },
    databaseUrl: fromEnvironment('DATABASE_MIGRATOR_URL'),
    pid: webPid,
  });
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run npm run bench.`);
  return value;
}
