// @ts-check
/**
 * `npm run bench`: measures the pages on servers of its own, with invented cases that are thrown away.
 *   npm run bench -- [--cases 100000] [--million] [--users 20] [--seconds 5]
 *     [--only 'case page,review page'] [--ledger 1000000] [--payments 100000] [--json FILE]
 *     [--profile]
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMariadbClient } from './private-servers/mariadb-client.mjs';
import { lockFolder } from './private-servers/folder-lock.mjs';
import { freePort } from './private-servers/free-port.mjs';
import { endLeftOvers } from './private-servers/left-overs.mjs';
import { startPrivateServers } from './private-servers/private-servers.mjs';
import { runAttached } from './private-servers/run-attached.mjs';
import { PlainFault, runScript } from './private-servers/say.mjs';
import { makeApplicationChildren } from './set-up/application-children.mjs';
import { buildIfStale } from './set-up/build.mjs';
import { makeInterruption } from './set-up/interruption.mjs';
import { installPackagesIfNeeded } from './set-up/packages.mjs';
import { applicationSettings } from './set-up/settings.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(project, '.permit-desk-bench');
const profileFile = join(folder, 'web.cpuprofile');

const interruption = makeInterruption({ hurry: () => children.killAll() });
const children = makeApplicationChildren({ project, folder, interruption });
/** @type {(() => Promise<unknown>)[]} */
const toStop = [];

await runScript(async () => {
  process.chdir(project);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder, ' for a benchmark');
  if (!lock.ok) throw new PlainFault('A benchmark is running from this folder already.');
  try {
    await endLeftOvers(folder);
    clearAway();
    await installPackagesIfNeeded(project);
    await buildIfStale(project);
    return await measure();
  } finally {
    children.expectEndings();
    for (const stop of toStop.reverse()) await stop();
    clearAway();
    lock.release();
  }
});

/** @returns {Promise<number>} */
async function measure() {
  const programs = join(project, '.permit-desk', 'programs');
  const client = await findMariadbClient(programs);
  const servers = await startPrivateServers({
    ...{ folder, programs },
    user: 'permit_desk',
    migrator: 'permit_desk_migrator',
    database: 'permit_desk',
    grants: [
      'CREATE DATABASE IF NOT EXISTS permit_desk',
      "GRANT ALL ON permit_desk.* TO 'permit_desk_migrator'@'127.0.0.1' WITH GRANT OPTION",
    ],
    mariadbFlags: ['--innodb-buffer-pool-size=1G'],
  });
  toStop.push(() => servers.stop());
  const [port, sandboxPort, floorPort] = [await freePort(), await freePort(), await freePort()];
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const settings = {
    ...(await applicationSettings({ project, folder, port, ...servers, sandboxUrl })),
    UPLOADS_DIR: join(folder, 'uploads'),
    LOG_LEVEL: 'warn',
    DATABASE_MIGRATOR_URL: '',
    // An approval whose letter waits for a second look does less.
    QUALITY_SAMPLE_PERCENT: '0',
    // Making a million cases takes longer than people may be idle.
    SESSION_IDLE_MINUTES: '240',
  };
  const migrator = { ...settings, DATABASE_MIGRATOR_URL: servers.migratorUrl };
  await children.finish('migrate', 'Making the tables', 'dist/scripts/migrate.js', migrator);
  const sandbox = {
    ...settings,
    // In memory alone: a hundred thousand payments are a hundred thousand files.
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_DATA: '',
  };
  start('sandbox', 'dist/sandbox/main.js', sandbox);
  await children.answers(sandboxUrl, () => true);
  const preload = join(project, 'scripts/benchmark/collect-garbage.mjs');
  const measured = { ...settings, NODE_OPTIONS: `--import=${preload}` };
  const web = start('web', 'dist/src/main.js', { ...measured, ...profiling(measured) });
  const worker = start('worker', 'dist/src/worker.js', measured);
  // It writes into a table of its own, which the application's account has no business with.
  const floor = {
    ...settings,
    DATABASE_URL: servers.migratorUrl,
    FLOOR_PORT: String(floorPort),
  };
  const floorServer = start('floor', 'dist/scripts/benchmark/floor-server.js', floor);
  const address = `http://127.0.0.1:${port}`;
  await children.answers(`${address}/health`, (response) => response.status === 200);
  const run = runAttached(
    process.execPath,
    [join(project, 'dist/scripts/benchmark/run-benchmark.js'), ...process.argv.slice(2)],
    {
      ...migrator,
      BENCH_ADDRESS: address,
      BENCH_FLOOR: `http://127.0.0.1:${floorPort}`,
      BENCH_FLOOR_PID: String(floorServer.pid),
      BENCH_WEB_PID: String(web.pid),
      BENCH_PROFILE: profileFile,
      BENCH_WORKER_PID: String(worker.pid),
      BENCH_CLIENT: client?.command ?? '',
      BENCH_CLIENT_LIBRARIES: client?.libraries ?? '',
    },
  );
  toStop.push(() => {
    run.signal('SIGTERM');
    return run.ended;
  });
  return interruption.orElse(run.ended);
}

/**
 * @param {string} name
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 */
function start(name, script, env) {
  const child = children.launch(name, script, env);
  toStop.push(() => child.stop(25_000));
  children.watch(child);
  return child;
}

/** What lets the web process keep profiles of itself, when they are wanted. @param {NodeJS.ProcessEnv} env */
function profiling({ NODE_OPTIONS }) {
  if (!process.argv.includes('--profile')) return {};
  const listener = join(project, 'dist/scripts/benchmark/profile-on-signal.js');
  return { NODE_OPTIONS: `${NODE_OPTIONS} --import=${listener}`, BENCH_PROFILE: profileFile };
}

/** Everything but the lock. */
function clearAway() {
  for (const name of ['mariadb', 'redis', 'uploads', 'sandbox', 'secrets.json', 'web.cpuprofile'])
    rmSync(join(folder, name), { recursive: true, force: true });
}
