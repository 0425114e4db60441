// @ts-check
import { randomBytes } from 'node:crypto';
import { dismissGuard } from './guard.mjs';
import { endLeftOvers } from './left-overs.mjs';
import { startMariadb } from './mariadb.mjs';
import { startRedis } from './redis.mjs';
import { findServers } from './server-programs.mjs';

/**
 * @typedef {import('./child.mjs').Child} Child
 * @typedef {{ databaseUrl: string, migratorUrl: string, redisUrl: string, children: Child[], versions: string[], stop: () => Promise<void> }} PrivateServers
 */

/**
 * Starts a private MariaDB and a private Redis in `folder`. The caller holds the folder's lock.
 * @param {{ folder: string, programs: string, user: string, migrator: string, database: string, grants: readonly string[], mariadbFlags?: readonly string[] }} wanted
 *   `user`: the application's account, `migrator`: the one that makes its tables; `database`: the one named in the address; `grants`: SQL run at every start
 * @returns {Promise<PrivateServers>}
 */
export async function startPrivateServers(wanted) {
  const { folder } = wanted;
  const programs = await findServers(wanted.programs);
  const password = () => randomBytes(24).toString('hex');
  const [account, migrator, redisPassword] = [
    { user: wanted.user, password: password() },
    { user: wanted.migrator, password: password() },
    password(),
  ];
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
      accounts: [account, migrator],
      setUp: wanted.grants,
      flags: wanted.mariadbFlags,
    }),
    startRedis({
      program: programs.redis,
      folder,
      password: redisPassword,
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
  /** @param {{ user: string, password: string }} bearer */
  const addressFor = ({ user, password }) =>
    `mysql://${user}:${password}@127.0.0.1:${mariadb.value.port}/${wanted.database}`;
  return {
    databaseUrl: addressFor(account),
    migratorUrl: addressFor(migrator),
    redisUrl: `redis://:${redisPassword}@127.0.0.1:${redis.value.port}`,
    versions: [programs.mariadb.version, programs.redis.version],
    children,
    stop,
  };
}
