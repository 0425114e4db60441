// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { say } from '../private-servers/say.mjs';

/**
 * What a newcomer needs to know once everything runs.
 * @param {{ project: string, folder: string, address: string, sandboxUrl: string | null, signIns: boolean, tookSeconds: number }} facts
 */
export function sayWelcome({ project, folder, address, sandboxUrl, signIns, tookSeconds }) {
  say(`\nPermit Desk is ready (${tookSeconds} s).\n`);
  say(`  Application   ${address}`);
  if (sandboxUrl) say(`  Sandbox       ${sandboxUrl}   (the payments held and the messages sent)`);
  say(`  Logs          ${relative(project, join(folder, 'logs'))}/`);
  if (signIns) saySignIns(join(folder, 'demo-sign-ins.json'));
  say('\nCtrl-C stops it.');
}

/** @param {string} path */
function saySignIns(path) {
  if (!existsSync(path)) return;
  /** @type {{ role: string, email: string, password: string }[]} */
  const signIns = JSON.parse(readFileSync(path, 'utf8'));
  /** @param {'role' | 'email'} part */
  const width = (part) => Math.max(...signIns.map((signIn) => signIn[part].length));
  say('\n  Demo sign-ins');
  for (const { role, email, password } of signIns) {
    say(`    ${role.padEnd(width('role'))}   ${email.padEnd(width('email'))}   ${password}`);
  }
}
