// @ts-check
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isAlive } from './process-identity.mjs';

/**
 * One program at a time works in a data folder: two database servers on the same files would ruin them.
 * The lock is a file naming its holder; a holder that no longer runs holds nothing.
 * @typedef {import('./process-identity.mjs').ProcessIdentity & { note: string }} Holder
 */

/**
 * @param {string} folder
 * @param {string} note shown to whoever finds the folder taken
 * @returns {{ ok: true, release: () => void, note: (text: string) => void } | { ok: false, holder: Holder }}
 */
export function lockFolder(folder, note) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lock.json');
  const self = identityOf(process.pid) ?? { pid: process.pid, started: '' };
  /** @param {string} text */
  const describe = (text) => JSON.stringify({ ...self, note: text });
  for (;;) {
    if (placeWhole(path, describe(note))) {
      return {
        ok: true,
        release: () => rmSync(path, { force: true }),
        note: (text) => replaceWhole(path, describe(text)),
      };
    }
    const holder = readHolder(path);
    if (holder && isAlive(holder)) return { ok: false, holder };
    putAside(path, holder);
  }
}

/**
 * A hard link appears whole or not at all, and never over another.
 * @param {string} path
 * @param {string} text
 */
function placeWhole(path, text) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (fault) {
    if (/** @type {NodeJS.ErrnoException} */ (fault).code === 'EEXIST') return false;
    throw fault;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
function replaceWhole(path, text) {
  writeFileSync(`${path}.${process.pid}`, text, { mode: 0o600 });
  renameSync(`${path}.${process.pid}`, path);
}

/**
 * Two who find the same dead holder may both come here; the slower one must not throw out the faster one's lock.
 * @param {string} path
 * @param {Holder | null} seen
 */
function putAside(path, seen) {
  const aside = `${path}.${process.pid}.aside`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const taken = readHolder(aside);
  if (taken && taken.pid !== seen?.pid && isAlive(taken)) placeWhole(path, JSON.stringify(taken));
  rmSync(aside, { force: true });
}

/**
 * @param {string} path
 * @returns {Holder | null}
 */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
