// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Process numbers are used again, so a process is known by its number and its start.
 * @typedef {{ pid: number, started: string }} ProcessIdentity
 */

/**
 * @param {number} pid
 * @returns {ProcessIdentity | null} null when there is no such process
 */
export function identityOf(pid) {
  const started = process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
  return started === null ? null : { pid, started };
}

/** @param {ProcessIdentity} identity */
export function isAlive(identity) {
  return identityOf(identity.pid)?.started === identity.started;
}

/** @param {number} pid */
export function parentOf(pid) {
  const fields = statFields(pid);
  return fields ? Number(fields[1]) : null;
}

/** @param {number} pid */
function startFromProc(pid) {
  const fields = statFields(pid);
  // A zombie has ended; it only waits for its parent to notice.
  return !fields || fields[0] === 'Z' ? null : `${bootId()}/${fields[19]}`;
}

/**
 * The fields after the program's name, which may itself hold spaces and brackets.
 * @param {number} pid
 */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** @param {number} pid */
function startFromPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return line.trim() || null;
  } catch {
    return null;
  }
}
