import type { DataSource } from 'typeorm';
import { connect, dataSourceOptions } from './data-source.js';
import type { Reader } from './transaction.js';

interface Grants {
  /** The application's account, as the server names it: `user@host`. */
  account: string;
  /** Tables whose rows are facts for ever: they are added to and read. */
  appendOnly: readonly string[];
}

/** 1141: there is no such grant. 1044: nor could this account have given it. */
const NOTHING_TO_REVOKE = [1141, 1044];

/**
 * Gives the application's account what it needs, table by table, and takes everything else away:
 * rows may be read and written, append-only tables only added to, the schema not touched. Run by an
 * account that may grant, after each migration. Running it again changes nothing.
 */
export async function grantToApplication(
  migrator: DataSource,
  { account, appendOnly }: Grants,
): Promise<void> {
  const tables: { name: string }[] = await migrator.query(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'`,
  );
  const grantee = quotedAccount(account);
  for (const { name } of tables) {
    await migrator.query(`GRANT ${rightsOn(name, appendOnly)} ON \`${name}\` TO ${grantee}`);
    // A table may have become append-only since the last time.
    if (appendOnly.includes(name)) {
      await migrator.query(`REVOKE UPDATE, DELETE ON \`${name}\` FROM ${grantee}`);
    }
  }
  const [row]: { name: string }[] = await migrator.query('SELECT DATABASE() AS name');
  const name = row?.name ?? '';
  // As a pattern the same database may have been written with its underscores escaped.
  for (const database of new Set([name, name.replaceAll('_', '\\_')])) {
    await revokeIfGranted(migrator, `REVOKE ALL PRIVILEGES ON \`${database}\`.* FROM ${grantee}`);
  }
}

async function revokeIfGranted(migrator: DataSource, sql: string): Promise<void> {
  try {
    await migrator.query(sql);
  } catch (error) {
    if (!NOTHING_TO_REVOKE.includes(Number((error as { errno?: number }).errno))) throw error;
  }
}

/** Whether this account could change rows of a table; changes none. */
export async function mayChangeRows(reader: Reader, table: string): Promise<boolean> {
  const [row]: { name: string }[] = await reader.query(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = ? LIMIT 1`,
    [table],
  );
  if (!row) return false;
  try {
    await reader.query(`UPDATE \`${table}\` SET \`${row.name}\` = \`${row.name}\` WHERE 1 = 0`);
    return true;
  } catch {
    return false;
  }
}

function rightsOn(table: string, appendOnly: readonly string[]): string {
  if (table === 'migrations') return 'SELECT';
  return appendOnly.includes(table) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
}

/** Whom the server takes the bearer of this address for; asks for no database. */
export async function accountOf(url: string): Promise<string> {
  const server = Object.assign(new URL(url), { pathname: '/' }).href;
  const dataSource = await connect(dataSourceOptions({ url: server, poolSize: 1 }));
  try {
    const [row]: { account: string }[] = await dataSource.query('SELECT CURRENT_USER() AS account');
    return row?.account ?? '';
  } finally {
    await dataSource.destroy();
  }
}

function quotedAccount(account: string): string {
  const at = account.lastIndexOf('@');
  const [user, host] = [account.slice(0, at), account.slice(at + 1)];
  if (!/^[\w-]+$/.test(user) || !/^[\w.:%-]+$/.test(host)) {
    throw new Error('The name of the database account has characters that are not expected.');
  }
  return `'${user}'@'${host}'`;
}
