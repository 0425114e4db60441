// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { dismissGuard } from './guard.mjs';
import { startMariadb } from './mariadb.mjs';
import { identityOf, isAlive } from './process-identity.mjs';
import { startRedis } from './redis.mjs';
import { findServers } from './server-programs.mjs';

/**
 * @typedef {import('./child.mjs').Child} Child
 * @typedef {{ databaseUrl: string, redisUrl: string, children: Child[], versions: string[], stop: () => Promise<void> }} PrivateServers
 */

/**
 * Starts a private MariaDB and a private Redis in `folder`. The caller holds the folder's lock.
 * @param {{ folder: string, programs: string, user: string, database: string, grants: readonly string[], mariadbFlags?: readonly string[] }} wanted
 *   `database`: the one named in the address; `grants`: SQL run at every start
 * @returns {Promise<PrivateServers>}
 */
export async function startPrivateServers(wanted) {
  const { folder, user } = wanted;
  const programs = await findServers(wanted.programs);
  const password = randomBytes(24).toString('hex');
  await endLeftOvers(folder);
  /** @type {Child[]} */
  const children = [];
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    rmSync(recordOf(folder), { force: true });
    dismissGuard();
  };
  /** @param {string} name */
  const logFile = (name) => join(folder, 'logs', `${name}.log`);
  const started = await Promise.allSettled([
    startMariadb({
      program: programs.mariadb,
      folder: join(folder, 'mariadb'),
      logFile: logFile('mariadb'),
      user,
      password,
      setUp: wanted.grants,
      flags: wanted.mariadbFlags,
    }),
    startRedis({
      program: programs.redis,
      folder: join(folder, 'redis'),
      logFile: logFile('redis'),
      password,
    }),
  ]);
  for (const outcome of started)
    if (outcome.status === 'fulfilled') children.push(outcome.value.child);
  record(folder, children);
  const [mariadb, redis] = started;
  if (mariadb.status === 'rejected' || redis.status === 'rejected') {
    await stop();
    throw mariadb.status === 'rejected'
      ? mariadb.reason
      : /** @type {PromiseRejectedResult} */ (redis).reason;
  }
  return {
    databaseUrl: `mysql://${user}:${password}@127.0.0.1:${mariadb.value.port}/${wanted.database}`,
    redisUrl: `redis://:${password}@127.0.0.1:${redis.value.port}`,
    versions: [programs.mariadb.version, programs.redis.version],
    children,
    stop,
  };
}

/** @param {string} folder */
const recordOf = (folder) => join(folder, 'servers.json');

/** @param {string} folder @param {readonly Child[]} children */
function record(folder, children) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const identities = children
    .map((child) => identityOf(child.pid))
    .filter((identity) => identity !== null);
  writeFileSync(recordOf(folder), JSON.stringify(identities), { mode: 0o600 });
}

/**
 * Servers whose parent was killed are on their way out; two on the same files must never be.
 * @param {string} folder
 */
export async function endLeftOvers(folder) {
  if (!existsSync(recordOf(folder))) return;
  /** @type {import('./process-identity.mjs').ProcessIdentity[]} */
  const left = JSON.parse(readFileSync(recordOf(folder), 'utf8'));
  for (const identity of left) if (isAlive(identity)) process.kill(identity.pid, 'SIGTERM');
  const until = Date.now() + 20_000;
  while (left.some(isAlive) && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  for (const identity of left) if (isAlive(identity)) process.kill(identity.pid, 'SIGKILL');
}
