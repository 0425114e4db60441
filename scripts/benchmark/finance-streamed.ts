import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { FINANCE_KINDS } from '../../src/finance-export/finance-lines.rules.js';
import { financeRows } from '../../src/finance-export/finance-lines.queries.js';
import { localDate, londonDateOf } from '../../src/shared/london-date.js';
import type { BenchOfficer } from './bench-officers.js';
import { type Figure, figure } from './figures.js';
import { keptMb, residentMb } from './memory.js';

interface Wishes {
  source: DataSource;
  officer: BenchOfficer;
  /** The migrator's, for the floor. */
  databaseUrl: string;
  address: string;
  /** Of the web process. */
  pid: number;
  /** Lines of the ledger to be there; those that are missing are copied from those that are. */
  lines: number;
}

/** What a whole file may add to the memory of the web process. */
const MEMORY_AIM_MB = 64;

/**
 * The finance export of the whole ledger as CSV, asked for as a browser does, to a client that writes
 * the same rows to a file: the `mariadb` client where it is to be had, else the bare driver.
 */
export async function financeStreamed(wishes: Wishes): Promise<Figure[]> {
  const { source, officer, pid } = wishes;
  await copyLedger(source, wishes.lines);
  await source.query("UPDATE staff_accounts SET role = 'supervisor' WHERE id = ?", [officer.id]);
  await officer.visitor.get('/finance-exports/new');
  const before = await keptMb(pid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, residentMb(pid))), 100);
  const began = performance.now();
  const bytes = await officer.visitor.download('/finance-exports', wish());
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  await source.query("UPDATE staff_accounts SET role = 'officer' WHERE id = ?", [officer.id]);
  const floor = await floorSeconds(wishes);
  const size = `${wishes.lines} lines, ${Math.round(bytes / 1_048_576)} MB`;
  return [
    figure(`finance export, ${size}, to ${floor.by}`, 's', seconds, { floor: floor.seconds }),
    figure('finance export: memory it adds', 'MB', most - before, { aim: MEMORY_AIM_MB }),
  ];
}

const FIRST = { day: '1', month: '1', year: '2000' };

function wish(): [string, string][] {
  const [year = '', month = '', day = ''] = londonDateOf(new Date()).split('-');
  const last = { day, month, year };
  const parts = (name: string, date: Record<string, string>) =>
    Object.entries(date).map(([part, value]): [string, string] => [`${name}[${part}]`, value]);
  return [
    ...parts('from', FIRST),
    ...parts('to', last),
    ...FINANCE_KINDS.map((kind): [string, string] => ['kinds', kind]),
    ...[['permitType', ''] as [string, string], ['zone', ''] as [string, string]],
    ...[['grouping', 'lines'] as [string, string], ['format', 'csv'] as [string, string]],
    ['reason', 'Measured by the benchmark'],
  ];
}

/** Copies what finance sees until there are enough lines; each copy is a happening of its own. */
async function copyLedger(source: DataSource, lines: number): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    let copied = Infinity;
    while (copied > 0) copied = await copySome(runner, lines);
  } finally {
    await runner.release();
  }
}

const SEEN = "('captured', 'hold_voided', 'fee_earned')";

async function copySome(runner: QueryRunner, lines: number): Promise<number> {
  const [row] = (await runner.query(
    `SELECT COUNT(*) AS count FROM ledger_journals WHERE kind IN ${SEEN}`,
  )) as { count: string }[];
  const count = Math.min(lines - Number(row?.count ?? 0), 50_000);
  if (count <= 0) return 0;
  await runner.query(
    `CREATE TEMPORARY TABLE ledger_copies AS
     SELECT id AS old_id, UUID() AS id FROM ledger_journals WHERE kind IN ${SEEN} LIMIT ?`,
    [count],
  );
  await runner.query(
    `INSERT INTO ledger_journals
       (id, payment_id, application_id, kind, effect_key, occurred_at, recorded_at)
     SELECT c.id, j.payment_id, j.application_id, j.kind, CONCAT('copy:', c.id), j.occurred_at,
            j.recorded_at
       FROM ledger_copies c JOIN ledger_journals j ON j.id = c.old_id`,
  );
  await runner.query(
    `INSERT INTO ledger_entries (journal_id, line, debit_account, credit_account, amount_pence)
     SELECT c.id, e.line, e.debit_account, e.credit_account, e.amount_pence
       FROM ledger_copies c JOIN ledger_entries e ON e.journal_id = c.old_id`,
  );
  await runner.query('DROP TEMPORARY TABLE ledger_copies');
  return count;
}

async function floorSeconds({ source, databaseUrl }: Wishes) {
  const path = join(tmpdir(), `permit-desk-floor-${process.pid}`);
  const sql = statement(source);
  const began = performance.now();
  try {
    const isClient = await byClient(sql, databaseUrl, path);
    if (!isClient) await byDriver(source, sql, path);
    const by = isClient ? 'the mariadb client' : 'the bare driver';
    return { by, seconds: (performance.now() - began) / 1000 };
  } finally {
    rmSync(path, { force: true });
  }
}

/** The statement of the export itself, its values written in. */
function statement(source: DataSource): string {
  let written = '';
  const filter = {
    ...{ from: localDate('2000-01-01'), to: londonDateOf(new Date()), kinds: FINANCE_KINDS },
    ...{ permitType: '', zone: '' },
  };
  const { pool } = source.driver as unknown as { pool: { format(...sql: unknown[]): string } };
  financeRows(
    {
      query: () => Promise.resolve([]),
      portions: (sql, values) => {
        written = pool.format(sql, values);
        return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error()) }) };
      },
    },
    filter,
  );
  return written;
}

/** False when there is no such client. */
async function byClient(sql: string, databaseUrl: string, path: string): Promise<boolean> {
  const { BENCH_CLIENT: command, BENCH_CLIENT_LIBRARIES: libraries } = process.env;
  if (!command) return false;
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const to = ['-h', hostname, '-P', port, '-u', decodeURIComponent(username), pathname.slice(1)];
  const client = spawn(command, ['--no-defaults', '--batch', '--quick', '-e', sql, ...to], {
    stdio: ['ignore', openSync(path, 'w'), 'inherit'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries,
      MYSQL_PWD: decodeURIComponent(password),
    },
  });
  const [code] = (await once(client, 'exit')) as [number];
  if (code !== 0) throw new Error('The mariadb client failed.');
  return true;
}

async function byDriver(source: DataSource, sql: string, path: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    const rows: Readable = await runner.stream(sql);
    const texts = async function* (from: AsyncIterable<object>) {
      for await (const row of from) yield `${Object.values(row).join('\t')}\n`;
    };
    await pipeline(rows, texts, createWriteStream(path));
  } finally {
    await runner.release();
  }
}
