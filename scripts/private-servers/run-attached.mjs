// @ts-check
import { spawn } from 'node:child_process';
import { guardAgainstOrphan, noLongerGuarded } from './guard.mjs';

/**
 * Runs a command that shares our terminal, and passes the wish to stop on to it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ ended: Promise<number>, signal: (name: NodeJS.Signals) => void }} resolves to the exit code
 */
export function runAttached(command, args, env) {
  const child = spawn(command, args, { env, stdio: 'inherit', detached: true });
  const pid = child.pid ?? 0;
  if (pid) guardAgainstOrphan(pid);
  return {
    ended: new Promise((resolve) => {
      /** @param {number} code */
      const end = (code) => {
        noLongerGuarded(pid);
        resolve(code);
      };
      child.once('error', (fault) => {
        console.error(fault.message);
        end(127);
      });
      child.once('exit', (code) => end(code ?? 1));
    }),
    signal: (name) => {
      try {
        if (pid) process.kill(-pid, name);
      } catch {
        // Everything in the group has ended already.
      }
    },
  };
}
