// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from './find-program.mjs';
import { guardAgainstOrphan, noLongerGuarded } from './guard.mjs';
import { recordChild, strikeChild } from './left-overs.mjs';
import { lastLines } from './run-to-end.mjs';

/**
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null }} Ending
 * @typedef {{
 *   name: string, pid: number, logFile: string, ended: Promise<Ending>, ending: Ending | null,
 *   log: () => string, lastLines: () => string, stop: (graceMs?: number) => Promise<void>, kill: () => void,
 * }} Child
 */

/**
 * Starts a long-lived child with its output in a file. It leads its own process group, so that a Ctrl-C at the
 * terminal reaches only the parent, which stops the children in their order.
 * @param {{ name: string, command: string, args: readonly string[], folder: string, env?: NodeJS.ProcessEnv, cwd?: string, input?: string }} wanted
 *   `folder`: the data folder it works for, where its log and its place on record are
 * @returns {Child}
 */
export function startChild(wanted) {
  const { folder } = wanted;
  const logFile = join(folder, 'logs', `${wanted.name.toLowerCase()}.log`);
  const log = openLog(logFile);
  const [command, ...args] = [...diesWithParent(), wanted.command, ...wanted.args];
  const started = spawn(/** @type {string} */ (command), args, {
    cwd: wanted.cwd,
    env: wanted.env ?? process.env,
    detached: true,
    stdio: [wanted.input === undefined ? 'ignore' : 'pipe', log, log],
  });
  closeSync(log);
  const pid = started.pid ?? 0;
  if (pid) {
    guardAgainstOrphan(pid);
    recordChild(folder, pid);
  }
  started.stdin?.on('error', () => undefined);
  started.stdin?.end(wanted.input);

  /** @type {Child} */
  const child = {
    name: wanted.name,
    pid,
    logFile,
    ending: null,
    ended: new Promise((resolve) => {
      /** @param {Ending} ending */
      const end = (ending) => {
        child.ending = ending;
        signalGroup(pid, 'SIGKILL');
        noLongerGuarded(pid);
        strikeChild(folder, pid);
        resolve(ending);
      };
      started.once('error', () => end({ code: 127, signal: null }));
      started.once('exit', (code, signal) => end({ code, signal }));
    }),
    log: () => readFileSync(logFile, 'utf8'),
    lastLines: () => lastLines(readFileSync(logFile, 'utf8')),
    kill: () => signalGroup(pid, 'SIGKILL'),
    stop: async (graceMs = 20_000) => {
      if (child.ending) return;
      started.kill('SIGTERM');
      const tooLong = setTimeout(child.kill, graceMs);
      await child.ended;
      clearTimeout(tooLong);
    },
  };
  return child;
}

/**
 * @param {Child} child
 * @param {string} sign what the child writes when it is ready
 * @param {number} limitMs
 * @returns {Promise<'ready' | 'ended' | 'late'>}
 */
export async function waitForSign(child, sign, limitMs) {
  const until = Date.now() + limitMs;
  while (Date.now() < until) {
    if (child.log().includes(sign)) return 'ready';
    if (child.ending) return 'ended';
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return 'late';
}

/** The one before is kept: it tells why the last run ended. @param {string} path */
function openLog(path) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (existsSync(path)) renameSync(path, `${path}.before`);
  return openSync(path, 'a', 0o600);
}

/** @type {string[] | null} */
let prefix = null;

/** The kernel's own word that the parent is gone; not every setpriv knows it. */
function diesWithParent() {
  if (prefix === null) {
    const setpriv = process.platform === 'linux' ? findProgram(['setpriv']) : null;
    const knows =
      setpriv !== null && spawnSync(setpriv, ['--pdeathsig', 'TERM', 'true']).status === 0;
    prefix = knows ? [setpriv, '--pdeathsig', 'TERM', '--'] : [];
  }
  return prefix;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {
    // The group is empty: everything has ended already.
  }
}
