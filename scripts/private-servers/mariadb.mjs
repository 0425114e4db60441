// @ts-check
import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, waitForSign } from './child.mjs';
import { freePort } from './free-port.mjs';
import { makeDatabaseFiles, placement } from './mariadb-files.mjs';
import { PlainFault } from './say.mjs';

/**
 * A MariaDB of our own: its files in one folder, loopback only, its users with a password made here.
 * @typedef {import('./server-programs.mjs').MariadbProgram} MariadbProgram
 * @typedef {{ user: string, password: string }} Account
 * @typedef {{ program: MariadbProgram, folder: string, accounts: readonly Account[], setUp: readonly string[], flags?: readonly string[] }} Wanted
 *   `folder`: the data folder, whose mariadb/ is the server's own; `setUp`: SQL
 *   run at every start, so each statement must bear repetition
 */

/**
 * @param {Wanted} wanted
 * @returns {Promise<{ child: import('./child.mjs').Child, port: number }>}
 * @throws {PlainFault} with the server's last words
 */
export async function startMariadb(wanted) {
  const { program, folder } = wanted;
  const place = join(folder, 'mariadb');
  await makeDatabaseFiles(program, place);
  const statements = [...accountStatements(wanted), ...wanted.setUp];
  const initFile = join(place, 'at-start.sql');
  writeFileSync(initFile, statements.map((sql) => `${sql};\n`).join(''), { mode: 0o600 });
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const args = [...placement(program, place), ...serving(port), `--init-file=${initFile}`];
    const child = startChild({
      name: 'MariaDB',
      command: program.command,
      args: [...args, ...(wanted.flags ?? [])],
      env: program.env,
      folder,
    });
    // It accepts connections a moment before its signal thread is ready; only this line means both.
    const sign = await waitForSign(child, 'ready for connections', 90_000);
    if (sign === 'ready') {
      rmSync(initFile, { force: true });
      return { child, port };
    }
    await child.stop();
    const portWasTaken = child.log().includes("Can't start server: Bind on TCP/IP port");
    if (portWasTaken && attempt < 3) continue;
    throw new PlainFault(`MariaDB did not start (${child.logFile}):\n${child.lastLines()}`);
  }
}

/** @param {number} port */
function serving(port) {
  return [
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    // Relative to the data folder: a full socket path may hold no more than 107 bytes.
    '--socket=mariadb.sock',
    '--default-time-zone=+00:00',
    '--character-set-server=utf8mb4',
    '--transaction-isolation=READ-COMMITTED',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--max-connections=300',
  ];
}

/**
 * root keeps no open door: its password is thrown away. The others get a new one at every start.
 * @param {Wanted} wanted
 */
function accountStatements({ accounts }) {
  return [
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${randomBytes(24).toString('hex')}'`,
    "DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost')",
    'FLUSH PRIVILEGES',
    ...accounts.flatMap(({ user, password }) => [
      `CREATE USER IF NOT EXISTS '${user}'@'127.0.0.1' IDENTIFIED BY '${password}'`,
      `ALTER USER '${user}'@'127.0.0.1' IDENTIFIED BY '${password}'`,
    ]),
  ];
}
