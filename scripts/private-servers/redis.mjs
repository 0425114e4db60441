// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, waitForSign } from './child.mjs';
import { freePort } from './free-port.mjs';
import { PlainFault } from './say.mjs';

/**
 * A Redis of our own: loopback only, with a password, keeping what it is told and evicting nothing.
 * @param {{ program: import('./server-programs.mjs').RedisProgram, folder: string, password: string }} wanted
 * @returns {Promise<{ child: import('./child.mjs').Child, port: number }>}
 * @throws {PlainFault} with the server's last words
 */
export async function startRedis(wanted) {
  const files = join(wanted.folder, 'redis');
  mkdirSync(files, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = startChild({
      name: 'Redis',
      command: wanted.program.command,
      args: ['-'],
      env: wanted.program.env,
      folder: wanted.folder,
      // Through standard input, for a command line is read by everybody on the machine.
      input: settings(files, port, wanted.password),
    });
    const sign = await waitForSign(child, 'eady to accept connections', 60_000);
    if (sign === 'ready') return { child, port };
    await child.stop();
    if (!child.log().includes('Address already in use') || attempt === 3) {
      throw new PlainFault(`Redis did not start (${child.logFile}):\n${child.lastLines()}`);
    }
  }
}

/**
 * @param {string} folder
 * @param {number} port
 * @param {string} password
 */
function settings(folder, port, password) {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(folder)}`,
    'daemonize no',
    'appendonly yes',
    'save ""',
    'maxmemory-policy noeviction',
    '',
  ].join('\n');
}
