// @ts-check
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { findClamd } from './clamd.mjs';
import { lockFolder } from './folder-lock.mjs';
import { isAlive } from './process-identity.mjs';
import { endLeftOvers } from './left-overs.mjs';
import { startPrivateServers } from './private-servers.mjs';

/**
 * Servers for tests: a new, empty data folder for each run, thrown away after it, beside the application's own.
 * @typedef {{ TEST_DATABASE_URL: string, TEST_APPLICATION_DATABASE_URL: string, TEST_REDIS_URL: string, CHROMIUM: string }} TestEnvironment
 * @typedef {{ env: TestEnvironment, children: import('./child.mjs').Child[], stop: () => Promise<void> }} TestServers
 */

/** @param {string} project */
export const testFolderOf = (project) => join(project, '.permit-desk-test');

/**
 * @param {string} project the project's root folder
 * @returns {Promise<TestServers>}
 */
export async function startTestServers(project) {
  const base = testFolderOf(project);
  const programs = join(project, '.permit-desk', 'programs');
  mkdirSync(base, { recursive: true, mode: 0o700 });
  await clearAbandonedRuns(base);
  const chromium = await findChromium(programs);
  // Each test that needs a scanner starts one of its own; here it is only made sure that there is one.
  await findClamd(programs);
  const folder = join(base, `run-${process.pid}`);
  const lock = lockFolder(folder, 'tests');
  const account = "'permit_desk_test'@'127.0.0.1'";
  const servers = await startPrivateServers({
    folder,
    programs,
    user: 'permit_desk_test_app',
    migrator: 'permit_desk_test',
    database: 'permit_desk_test',
    grants: [
      'CREATE DATABASE IF NOT EXISTS permit_desk_test',
      'GRANT ALL ON `permit\\_desk\\_test%`.* TO ' + account + ' WITH GRANT OPTION',
      `GRANT PROCESS, CONNECTION ADMIN ON *.* TO ${account}`,
    ],
    // A killed process loses nothing without them; only a power cut would, and these files are thrown away.
    mariadbFlags: [
      '--innodb-flush-log-at-trx-commit=2',
      '--loose-debug-no-sync',
      '--innodb-fast-shutdown=2',
    ],
  });
  return {
    env: {
      TEST_DATABASE_URL: servers.migratorUrl,
      // Rights are granted table by table, as in an installation (createTestDatabase).
      TEST_APPLICATION_DATABASE_URL: servers.databaseUrl,
      TEST_REDIS_URL: servers.redisUrl,
      CHROMIUM: chromium,
    },
    children: servers.children,
    stop: async () => {
      await servers.stop();
      if (lock.ok) lock.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {string} base */
async function clearAbandonedRuns(base) {
  for (const name of readdirSync(base).filter((entry) => entry.startsWith('run-'))) {
    const folder = join(base, name);
    const lock = lockFolder(folder, 'clearing away');
    if (!lock.ok) continue;
    await endLeftOvers(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The servers that `node scripts/test-servers.mjs` keeps running, if it does.
 * @param {string} project
 * @returns {TestEnvironment | null}
 */
export function runningTestServers(project) {
  const path = join(testFolderOf(project), 'running.json');
  if (!existsSync(path)) return null;
  const running = JSON.parse(readFileSync(path, 'utf8'));
  return isAlive(running.holder) ? running.env : null;
}

/**
 * @param {string} project
 * @param {{ holder: import('./process-identity.mjs').ProcessIdentity | null, env: TestEnvironment }} running
 */
export function announceTestServers(project, running) {
  const path = join(testFolderOf(project), 'running.json');
  writeFileSync(`${path}.draft`, JSON.stringify(running, null, 2), { mode: 0o600 });
  renameSync(`${path}.draft`, path);
  return () => rmSync(path, { force: true });
}
