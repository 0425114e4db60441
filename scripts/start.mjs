// @ts-check
/** `npm start`: everything from a fresh clone to the running application, and a clean end. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFolder } from './private-servers/folder-lock.mjs';
import { askPort, freePort } from './private-servers/free-port.mjs';
import { dismissGuard } from './private-servers/guard.mjs';
import { endLeftOvers } from './private-servers/left-overs.mjs';
import { startPrivateServers } from './private-servers/private-servers.mjs';
import { PlainFault, runScript, say, step } from './private-servers/say.mjs';
import { makeApplicationChildren } from './set-up/application-children.mjs';
import { buildIfStale } from './set-up/build.mjs';
import { makeInterruption, Stopped } from './set-up/interruption.mjs';
import { installPackagesIfNeeded } from './set-up/packages.mjs';
import { demandFree, portFrom } from './set-up/ports.mjs';
import { forgetRunningDesk, noteRunningDesk } from './set-up/running-desk.mjs';
import {
  applicationAddress,
  applicationSettings,
  needsSandbox,
  ownServers,
} from './set-up/settings.mjs';
import { forgetData } from './set-up/stored-data.mjs';
import { sayWelcome } from './set-up/welcome.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(project, '.permit-desk');
const startedAt = Date.now();

/** Run from the last to the first: web and worker, the sandbox, the servers. @type {(() => Promise<unknown>)[]} */
const toStop = [];
const interruption = makeInterruption({
  hurry: () => {
    say('At once, then.');
    children.killAll();
  },
});
const children = makeApplicationChildren({ project, folder, interruption });

await runScript(async () => {
  process.chdir(project);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const own = ownServers();
  const port = portFrom('PORT', 3000);
  const lock = lockFolder(folder, '');
  if (!lock.ok) {
    throw new PlainFault(
      `Permit Desk is running from this folder already (process ${lock.holder.pid})${lock.holder.note}.`,
    );
  }
  try {
    await endLeftOvers(folder);
    await demandFree(port, 'PORT');
    await serve(own, port, lock);
    return 0;
  } catch (fault) {
    const reason = interruption.reason() ?? fault;
    if (reason instanceof Stopped) return 0;
    throw reason;
  } finally {
    await stopEverything();
    lock.release();
  }
});

/**
 * @param {{ databaseUrl: string, redisUrl: string, migratorUrl?: string } | null} own
 * @param {number} port
 * @param {{ note: (text: string) => void }} lock
 * @returns {Promise<never>} rejects when it is time to stop
 */
async function serve(own, port, lock) {
  await installPackagesIfNeeded(project);
  interruption.goOn();
  await buildIfStale(project);
  interruption.goOn();
  const isFirstRun = !own && !existsSync(join(folder, 'demo-loaded'));
  if (isFirstRun) forgetHalfLoadedDemo();
  const servers = own ?? (await startServers());
  interruption.goOn();
  const sandboxPort = needsSandbox() ? await chooseSandboxPort() : 0;
  const sandboxUrl = sandboxPort ? `http://127.0.0.1:${sandboxPort}` : null;
  const { DATABASE_MIGRATOR_URL: migratorUrl, ...settings } = await applicationSettings({
    ...{ project, folder, port, ...servers, sandboxUrl },
  });
  await children.finish('migrate', 'Bringing the database up to date', 'dist/scripts/migrate.js', {
    ...settings,
    DATABASE_MIGRATOR_URL: servers.migratorUrl ?? migratorUrl,
  });
  if (sandboxUrl) await startSandbox(sandboxUrl, sandboxPort, settings);
  if (isFirstRun) await loadDemo(settings);
  if (own) markUploadsAsTheirs();
  await startApplication(settings, port);
  if (sandboxUrl) await sendNotices(sandboxUrl, port);
  noteRunningDesk(settings);
  const address = settings.PUBLIC_URL ?? '';
  lock.note(` at ${address}`);
  const tookSeconds = Math.round((Date.now() - startedAt) / 1000);
  sayWelcome({ project, folder, address, sandboxUrl, signIns: !own, tookSeconds });
  return interruption.came;
}

async function startServers() {
  const servers = await startPrivateServers({
    folder,
    programs: join(folder, 'programs'),
    user: 'permit_desk',
    migrator: 'permit_desk_migrator',
    database: 'permit_desk',
    grants: [
      'CREATE DATABASE IF NOT EXISTS permit_desk',
      "GRANT ALL ON permit_desk.* TO 'permit_desk_migrator'@'127.0.0.1' WITH GRANT OPTION",
    ],
  });
  toStop.push(() => servers.stop());
  servers.children.forEach(children.watch);
  say('• MariaDB and Redis are running, private to this folder');
  return servers;
}

async function chooseSandboxPort() {
  const wanted = portFrom('SANDBOX_PORT', 3001);
  if ((await askPort(wanted)) === 'free') return wanted;
  if (process.env.SANDBOX_PORT?.trim()) await demandFree(wanted, 'SANDBOX_PORT');
  return freePort();
}

/**
 * @param {string} sandboxUrl
 * @param {number} sandboxPort
 * @param {NodeJS.ProcessEnv} settings
 */
async function startSandbox(sandboxUrl, sandboxPort, settings) {
  const env = {
    ...settings,
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_DATA: join(folder, 'sandbox'),
  };
  const sandbox = children.launch('sandbox', 'dist/sandbox/main.js', env);
  toStop.push(() => sandbox.stop(5_000));
  children.watch(sandbox);
  await children.answers(sandboxUrl, () => true);
}

/** @param {NodeJS.ProcessEnv} settings */
async function loadDemo(settings) {
  writeFileSync(join(folder, 'demo-begun'), '');
  await children.finish(
    'load-demo',
    'Loading the demo data',
    'dist/scripts/demo/load-demo.js',
    // The officers of the demonstration do not wait for a scanner: its papers are not scanned.
    { ...settings, CLAMD_URL: '' },
  );
  writeFileSync(join(folder, 'demo-loaded'), `${new Date().toISOString()}\n`);
}

/** Nobody can have worked in a data folder whose first start never got as far as the web. */
function forgetHalfLoadedDemo() {
  if (!existsSync(join(folder, 'demo-begun'))) return;
  say('• The first start did not finish loading the demo data; beginning afresh');
  forgetData(project);
}

/** `npm run reset` must not throw away evidence that a database of one's own refers to. */
function markUploadsAsTheirs() {
  mkdirSync('uploads', { recursive: true });
  writeFileSync(
    join('uploads', '.own-servers'),
    'Evidence of a database that npm start did not make.\n',
  );
}

/**
 * @param {NodeJS.ProcessEnv} settings
 * @param {number} port
 */
async function startApplication(settings, port) {
  await step('Starting web and worker', async () => {
    const web = children.launch('web', 'dist/src/main.js', settings);
    const worker = children.launch('worker', 'dist/src/worker.js', settings);
    toStop.push(() => Promise.all([web.stop(25_000), worker.stop(25_000)]));
    [web, worker].forEach(children.watch);
    await children.answers(
      `${applicationAddress(port)}/health`,
      (response) => response.status === 200,
    );
  });
}

/**
 * From now on the stand-in of the payment service tells the application what happens to payments.
 * @param {string} sandboxUrl
 * @param {number} port
 */
async function sendNotices(sandboxUrl, port) {
  const answer = await fetch(`${sandboxUrl}/control/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ webhookUrl: `${applicationAddress(port)}/webhooks/pay` }),
  });
  if (!answer.ok) throw new PlainFault(`The sandbox sends no notices (${answer.status}).`);
}

async function stopEverything() {
  forgetRunningDesk();
  children.expectEndings();
  if (toStop.length > 0) say('\nStopping …');
  for (const stop of toStop.reverse()) await stop();
  dismissGuard();
  if (toStop.length > 0) say('Stopped.');
}
