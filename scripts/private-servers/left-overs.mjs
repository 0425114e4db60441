// @ts-check
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isAlive } from './process-identity.mjs';

/**
 * The children of a data folder are on record there, so that the next start finds those whose parent was killed:
 * two servers on the same files must never be.
 * @typedef {import('./process-identity.mjs').ProcessIdentity} ProcessIdentity
 */

/** @type {Map<string, Map<number, ProcessIdentity>>} */
const known = new Map();

/** @param {string} folder @param {number} pid */
export function recordChild(folder, pid) {
  const identity = identityOf(pid);
  if (!identity) return;
  const children = known.get(folder) ?? new Map();
  known.set(folder, children.set(pid, identity));
  write(folder);
}

/** @param {string} folder @param {number} pid */
export function strikeChild(folder, pid) {
  if (known.get(folder)?.delete(pid)) write(folder);
}

/**
 * Children of an earlier run are on their way out, or are sent.
 * @param {string} folder
 */
export async function endLeftOvers(folder) {
  const left = readRecord(recordOf(folder));
  for (const identity of left) signal(identity, 'SIGTERM');
  const until = Date.now() + 20_000;
  while (left.some(isAlive) && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  for (const identity of left) signal(identity, 'SIGKILL');
  rmSync(recordOf(folder), { force: true });
}

/** @param {ProcessIdentity} identity @param {NodeJS.Signals} name */
function signal(identity, name) {
  if (!isAlive(identity)) return;
  try {
    process.kill(identity.pid, name);
  } catch {
    // It ended between the two lines above.
  }
}

/** @param {string} folder */
const recordOf = (folder) => join(folder, 'children.json');

/** @param {string} path @returns {ProcessIdentity[]} */
function readRecord(path) {
  if (!existsSync(path)) return [];
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return [];
  }
}

/** @param {string} folder */
function write(folder) {
  if (!existsSync(folder)) return;
  const path = recordOf(folder);
  writeFileSync(`${path}.draft`, JSON.stringify([...(known.get(folder)?.values() ?? [])]), {
    mode: 0o600,
  });
  renameSync(`${path}.draft`, path);
}
