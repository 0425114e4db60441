// @ts-check
import { randomBytes } from 'node:crypto';
import { dismissGuard } from './guard.mjs';
import { endLeftOvers } from './left-overs.mjs';
import { startMariadb } from './mariadb.mjs';
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
    dismissGuard();
  };
  const started = await Promise.allSettled([
    startMariadb({
      program: programs.mariadb,
      folder,
      user,
      password,
      setUp: wanted.grants,
      flags: wanted.mariadbFlags,
    }),
    startRedis({
      program: programs.redis,
      folder,
      password,
    }),
  ]);
  for (const outcome of started)
    if (outcome.status === 'fulfilled') children.push(outcome.value.child);
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
