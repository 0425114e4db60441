// @ts-check
import { spawn } from 'node:child_process';
import { guardAgainstOrphan, noLongerGuarded } from './guard.mjs';

/** Process groups of the commands under way. @type {Set<number>} */
const underWay = new Set();

/**
 * Runs a command to its end and keeps what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, input?: string }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program is missing
 */
export function runToEnd(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const pid = child.pid ?? 0;
    if (pid) {
      underWay.add(pid);
      guardAgainstOrphan(pid);
    }
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    child.on('error', (fault) => resolve({ code: 127, output: output + String(fault) }));
    child.on('exit', () => {
      underWay.delete(pid);
      noLongerGuarded(pid);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
    // A program that ends before it has read everything is judged by its exit code, not by the broken pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

/** Ends every command under way with all it has started. @param {NodeJS.Signals} signal */
export function endCommandsUnderWay(signal) {
  for (const pid of underWay) {
    try {
      process.kill(-pid, signal);
    } catch {
      // It has just ended by itself.
    }
  }
}

/**
 * @param {string} output
 * @param {number} [count]
 */
export function lastLines(output, count = 15) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
