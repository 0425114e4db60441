// @ts-check
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchPackages, libraryFolders } from './distribution-packages.mjs';
import { findProgram } from './find-program.mjs';
import { serversInstructions } from './install-instructions.mjs';
import { runToEnd } from './run-to-end.mjs';
import { PlainFault } from './say.mjs';

/**
 * @typedef {{ command: string, args: string[], env: NodeJS.ProcessEnv, version: string, share: string }} MariadbProgram
 *   `args` place its files, `share` holds the SQL that makes the system tables
 * @typedef {{ command: string, env: NodeJS.ProcessEnv, version: string }} RedisProgram
 */

/**
 * Finds both servers, or fetches what is missing.
 * @param {string} programs the folder for fetched programs
 * @returns {Promise<{ mariadb: MariadbProgram, redis: RedisProgram }>}
 * @throws {PlainFault} with the commands to type where neither works
 */
export async function findServers(programs) {
  const mariadb = (await installedMariadb()) ?? (await fetchedMariadb(programs));
  const redis = (await installedRedis()) ?? (await fetchedRedis(programs));
  return { mariadb, redis };
}

/** @returns {Promise<MariadbProgram | null>} */
async function installedMariadb() {
  const command = findProgram(['mariadbd', 'mysqld']);
  if (!command) return null;
  const share = shareBeside(command);
  const version = await versionOf(command, process.env);
  return share && version?.includes('MariaDB')
    ? { command, args: [], env: process.env, version, share }
    : null;
}

/** @param {string} programs @returns {Promise<MariadbProgram>} */
async function fetchedMariadb(programs) {
  const fetched = await fetchPackages({
    programs,
    set: 'mariadb',
    title: 'MariaDB',
    packages: [['mariadb-server-core'], ['mariadb-server-core-10.6']],
  });
  if (!fetched.ok) throw new PlainFault(serversInstructions(fetched.because));
  const { root } = fetched;
  const command = findProgram([join(root, 'usr/sbin/mariadbd'), join(root, 'usr/sbin/mysqld')]);
  const share = command && shareBeside(command);
  if (!command || !share)
    throw new PlainFault(serversInstructions(`The package unpacked in ${root} holds no mariadbd.`));
  const env = withLibraries(root);
  const version = await versionOf(command, env);
  if (!version)
    throw new PlainFault(
      serversInstructions(`The mariadbd unpacked in ${root} does not run here.`),
    );
  const plugins = join(root, 'usr/lib/mysql/plugin');
  const args = [
    `--basedir=${join(root, 'usr')}`,
    `--lc-messages-dir=${share}`,
    `--character-sets-dir=${join(share, 'charsets')}`,
  ];
  return { command, args: [...args, `--plugin-dir=${plugins}`], env, version, share };
}

/** @returns {Promise<RedisProgram | null>} */
async function installedRedis() {
  const command = findProgram(['redis-server', 'valkey-server']);
  const version = command && (await versionOf(command, process.env));
  return command && version ? { command, env: process.env, version } : null;
}

/** @param {string} programs @returns {Promise<RedisProgram>} */
async function fetchedRedis(programs) {
  const fetched = await fetchPackages({
    programs,
    set: 'redis',
    title: 'Redis',
    packages: [['redis-server', 'redis-tools']],
  });
  if (!fetched.ok) throw new PlainFault(serversInstructions(fetched.because));
  const { root } = fetched;
  const env = withLibraries(root);
  const command = findProgram([join(root, 'usr/bin/redis-server')]);
  const version = command && (await versionOf(command, env));
  if (!version)
    throw new PlainFault(
      serversInstructions(`The redis-server unpacked in ${root} does not run here.`),
    );
  return { command, env, version };
}

/** @param {string} command */
function shareBeside(command) {
  const prefix = dirname(dirname(realpathSync(command)));
  return (
    ['share/mysql', 'share/mariadb']
      .map((name) => join(prefix, name))
      .find((path) => existsSync(path)) ?? null
  );
}

/** @param {string} command @param {NodeJS.ProcessEnv} env @returns {Promise<string | null>} */
async function versionOf(command, env) {
  const asked = await runToEnd(command, ['--version'], { env });
  return asked.code === 0 ? asked.output.trim() : null;
}

/** @param {string} root @returns {NodeJS.ProcessEnv} */
function withLibraries(root) {
  const paths = [...libraryFolders(root), process.env.LD_LIBRARY_PATH].filter(Boolean);
  return { ...process.env, LD_LIBRARY_PATH: paths.join(':') };
}
