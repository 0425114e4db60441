import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { freePort } from '../free-port.js';
import { waitUntil } from './wait-until.js';

/** A MariaDB that belongs to one test: it may be killed, filled and made read-only. */
export interface OwnMariadb {
  /** With every right on the whole server, even when it is read-only or full. */
  adminUrl: string;
  /** With no right until some are granted. */
  applicationUrl: string;
  /** As the administrator, over a connection opened for this alone. */
  run<T = unknown>(sql: string): Promise<T[]>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Again on the same port, with what was committed. */
  start(): Promise<void>;
  drop(): Promise<void>;
}

interface MariadbProgram {
  command: string;
  env: NodeJS.ProcessEnv;
}
interface Files {
  makeDatabaseFiles(program: MariadbProgram, place: string): Promise<void>;
  placement(program: MariadbProgram, place: string): string[];
}

const scripts = <T>(name: string) =>
  import(pathToFileURL(join(process.cwd(), 'scripts/private-servers', name)).href) as Promise<T>;

export async function startOwnMariadb(): Promise<OwnMariadb> {
  const program = await findMariadb();
  const { makeDatabaseFiles, placement } = await scripts<Files>('mariadb-files.mjs');
  const place = mkdtempSync(join(tmpdir(), 'permit-desk-mariadb-'));
  await makeDatabaseFiles(program, place);
  const [port, password] = [await freePort(), randomBytes(16).toString('hex')];
  const initFile = join(place, 'accounts.sql');
  writeFileSync(initFile, accounts(password), { mode: 0o600 });
  const address = (user: string) => `mysql://${user}:${password}@127.0.0.1:${port}/mysql`;
  const flags = [...placement(program, place), ...serving(port), `--init-file=${initFile}`];
  let server: ChildProcess | null = null;
  const run: OwnMariadb['run'] = (sql) => runOnce(address('own_admin'), sql);
  const start = async () => {
    server = spawn(program.command, flags, { env: program.env, stdio: 'ignore' });
    await waitUntil(
      'MariaDB answers',
      () =>
        run('SELECT 1').then(
          () => true,
          () => false,
        ),
      {
        patienceMs: 60_000,
      },
    );
  };
  const kill = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    adminUrl: address('own_admin'),
    applicationUrl: address('own_application'),
    ...{ run, start, kill },
    drop: async () => {
      await kill();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

async function runOnce<T>(url: string, sql: string): Promise<T[]> {
  const admin = await new DataSource(dataSourceOptions({ url, poolSize: 1 })).initialize();
  try {
    return await admin.query(sql);
  } finally {
    await admin.destroy();
  }
}

async function findMariadb(): Promise<MariadbProgram> {
  const { findServers } = await scripts<{
    findServers(folder: string): Promise<{ mariadb: MariadbProgram }>;
  }>('server-programs.mjs');
  return (await findServers(join(process.cwd(), '.permit-desk', 'programs'))).mariadb;
}

function accounts(password: string): string {
  return [
    `CREATE USER IF NOT EXISTS 'own_admin'@'127.0.0.1' IDENTIFIED BY '${password}'`,
    `GRANT ALL ON *.* TO 'own_admin'@'127.0.0.1' WITH GRANT OPTION`,
    `CREATE USER IF NOT EXISTS 'own_application'@'127.0.0.1' IDENTIFIED BY '${password}'`,
  ]
    .map((sql) => `${sql};\n`)
    .join('');
}

function serving(port: number): string[] {
  return [
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--socket=own.sock',
    '--default-time-zone=+00:00',
    '--character-set-server=utf8mb4',
    '--transaction-isolation=READ-COMMITTED',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--innodb-flush-log-at-trx-commit=2',
    '--log-warnings=0',
  ];
}
