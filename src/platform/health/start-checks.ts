import type { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { connect, dataSourceOptions } from '../database/data-source.js';
import type { Reader } from '../database/transaction.js';
import { schemaDrift } from '../database/schema-drift.js';
import { redisEvictionPolicy } from './ping-redis.js';

/** Why this process must not start; the message is for the person at the terminal. */
export class CannotStart extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Permit Desk cannot start:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** What only the whole application knows. */
export interface StartGuards {
  /** Names of all migrations of this release, in order. */
  migrations: readonly string[];
  /** Each answers a sentence when production must not start, or null. */
  inProduction: readonly ((reader: Reader) => Promise<string | null>)[];
}

/** Looks at the servers before anything is started. Throws {@link CannotStart}. */
export async function checkBeforeStart(settings: Settings, guards: StartGuards): Promise<void> {
  const dataSource = await open(settings);
  try {
    const faults = await migrationFaults(dataSource, guards.migrations);
    if (settings.isProduction && faults.length === 0) {
      faults.push(...(await productionFaults(settings, dataSource, guards)));
    }
    if (faults.length > 0) throw new CannotStart(faults);
  } finally {
    await dataSource.destroy();
  }
}

async function open(settings: Settings): Promise<DataSource> {
  try {
    return await connect(dataSourceOptions({ url: settings.DATABASE_URL, poolSize: 2 }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    throw new CannotStart([`DATABASE_URL: the database cannot be used (${code})`]);
  }
}

async function migrationFaults(
  dataSource: DataSource,
  names: readonly string[],
): Promise<string[]> {
  const [tables]: { found: string | number }[] = await dataSource.query(
    `SELECT COUNT(*) AS found FROM information_schema.tables
      WHERE table_schema = DATABASE() AND table_name = 'migrations'`,
  );
  const rows: { name: string }[] =
    Number(tables?.found) === 0 ? [] : await dataSource.query('SELECT name FROM migrations');
  const applied = new Set(rows.map((row) => row.name));
  const missing = names.filter((name) => !applied.has(name));
  if (missing.length === 0) return [];
  return [`The database lacks ${missing.length} migrations. Run: npm run migrate`];
}

async function productionFaults(
  settings: Settings,
  dataSource: DataSource,
  guards: StartGuards,
): Promise<string[]> {
  const found = await Promise.all([
    databaseFaults(dataSource),
    redisFaults(settings.REDIS_URL),
    schemaDrift(dataSource.manager),
    ...guards.inProduction.map(async (guard) => [await guard(dataSource.manager)]),
  ]);
  return found.flat().filter((fault) => fault !== null);
}

async function databaseFaults(dataSource: DataSource): Promise<string[]> {
  const [row]: { zone: string; machine: string; mode: string }[] = await dataSource.query(
    'SELECT @@global.time_zone AS zone, @@system_time_zone AS machine, @@global.sql_mode AS mode',
  );
  const zone = row?.zone === 'SYSTEM' ? row.machine : row?.zone;
  const faults: string[] = [];
  if (!['+00:00', 'UTC', 'Etc/UTC'].includes(zone ?? '')) {
    faults.push(`The database server's time zone must be +00:00; it is ${zone}`);
  }
  if (!/STRICT_(TRANS|ALL)_TABLES/.test(row?.mode ?? '')) {
    faults.push('The database server must be in strict mode (sql_mode STRICT_TRANS_TABLES)');
  }
  return faults;
}

async function redisFaults(url: string): Promise<string[]> {
  const policy = await redisEvictionPolicy(url).catch(() => undefined);
  if (policy === undefined) return ['REDIS_URL: Redis does not answer'];
  if (policy === 'noeviction') return [];
  return [`REDIS_URL: Redis must have maxmemory-policy noeviction; it has ${policy ?? 'none'}`];
}
