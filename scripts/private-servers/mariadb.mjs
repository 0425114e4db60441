// @ts-check
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { startChild, waitForSign } from './child.mjs';
import { freePort } from './free-port.mjs';
import { lastLines, runToEnd } from './run-to-end.mjs';
import { PlainFault } from './say.mjs';

/**
 * A MariaDB of our own: its files in one folder, loopback only, one user with a password made here.
 * @typedef {import('./server-programs.mjs').MariadbProgram} MariadbProgram
 * @typedef {{ program: MariadbProgram, folder: string, logFile: string, user: string, password: string, setUp: readonly string[], flags?: readonly string[] }} Wanted
 *   `setUp`: SQL run at every start, so each statement must bear repetition
 */

/**
 * @param {Wanted} wanted
 * @returns {Promise<{ child: import('./child.mjs').Child, port: number }>}
 * @throws {PlainFault} with the server's last words
 */
export async function startMariadb(wanted) {
  await makeDatabaseFiles(wanted);
  const initFile = join(wanted.folder, 'at-start.sql');
  writeFileSync(initFile, `${[...accountStatements(wanted), ...wanted.setUp].join(';\n')};\n`, {
    mode: 0o600,
  });
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = startChild({
      name: 'MariaDB',
      command: wanted.program.command,
      args: [
        ...placement(wanted),
        ...serving(port),
        `--init-file=${initFile}`,
        ...(wanted.flags ?? []),
      ],
      env: wanted.program.env,
      logFile: wanted.logFile,
    });
    // It accepts connections a moment before its signal thread is ready; only this line means both.
    const sign = await waitForSign(child, 'ready for connections', 90_000);
    if (sign === 'ready') return { child, port };
    await child.stop();
    const portWasTaken = child.log().includes("Can't start server: Bind on TCP/IP port");
    if (!portWasTaken || attempt === 3)
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

/** @param {Wanted} wanted */
function placement({ program, folder }) {
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  return [
    '--no-defaults',
    ...program.args,
    `--datadir=${join(folder, 'files')}`,
    `--tmpdir=${join(folder, 'tmp')}`,
    ...asRoot,
  ];
}

/**
 * The system tables are made by the server itself from the SQL it ships; its install script breaks on a path with spaces.
 * @param {Wanted} wanted
 */
async function makeDatabaseFiles(wanted) {
  const files = join(wanted.folder, 'files');
  mkdirSync(join(wanted.folder, 'tmp'), { recursive: true, mode: 0o700 });
  if (existsSync(files)) return;
  const draft = { ...wanted, folder: join(wanted.folder, 'draft') };
  rmSync(draft.folder, { recursive: true, force: true });
  for (const made of ['files', 'tmp'])
    mkdirSync(join(draft.folder, made), { recursive: true, mode: 0o700 });
  const made = await runToEnd(
    wanted.program.command,
    [
      ...placement(draft),
      '--bootstrap',
      '--skip-log-bin',
      '--log-warnings=0',
      '--max-allowed-packet=8M',
      '--net-buffer-length=16K',
    ],
    { env: wanted.program.env, input: systemTables(wanted.program.share) },
  );
  if (made.code !== 0)
    throw new PlainFault(`MariaDB could not make its system tables:\n${lastLines(made.output)}`);
  renameSync(join(draft.folder, 'files'), files);
  rmSync(draft.folder, { recursive: true, force: true });
}

/** @param {string} share */
function systemTables(share) {
  const present = readdirSync(share);
  const texts = [
    /^m\w+_system_tables\.sql$/,
    /^m\w+_performance_tables\.sql$/,
    /^m\w+_system_tables_data\.sql$/,
    /^maria_add_gis_sp_bootstrap\.sql$/,
  ].map((pattern) => {
    const name = present.find((candidate) => pattern.test(candidate));
    if (!name) throw new PlainFault(`MariaDB's ${String(pattern)} is missing in ${share}.`);
    return readFileSync(join(share, name), 'utf8');
  });
  return ['create database mysql;', 'use mysql;', 'SET @auth_root_socket=NULL;', ...texts].join(
    '\n',
  );
}

/** root keeps no open door: its password is thrown away, the application's user is made anew. @param {Wanted} wanted */
function accountStatements({ user, password }) {
  const account = `'${user}'@'127.0.0.1'`;
  return [
    "ALTER USER 'root'@'localhost' IDENTIFIED BY '" + password + "'",
    "DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost')",
    'FLUSH PRIVILEGES',
    `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY '${password}'`,
    `ALTER USER ${account} IDENTIFIED BY '${password}'`,
  ];
}
