import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { migrationDataSource } from '../../ormconfig.js';
import { appendOnlyTables } from '../../src/append-only-tables.js';
import { grantToApplication } from '../../src/platform/database/application-grants.js';
import { connect, dataSourceOptions } from '../../src/platform/database/data-source.js';
import { runMigrations } from '../../src/platform/database/run-migrations.js';

export interface TestDatabase {
  /** For the application: its account may do what it may in an installation, and no more. */
  url: string;
  /** For commands that make tables. */
  migratorUrl: string;
  /** For looking and for arranging, with every right; the application has connections of its own. */
  dataSource: DataSource;
  drop(): Promise<void>;
}

/** A database of its own for one test file, with the schema of today. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = new URL(testServer('TEST_DATABASE_URL'));
  const name = `permit_desk_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const [url, migratorUrl] = [testServer('TEST_APPLICATION_DATABASE_URL'), server.href].map(
    (address) => Object.assign(new URL(address), { pathname: `/${name}` }).href,
  ) as [string, string];
  const migrating = await migrationDataSource(migratorUrl).initialize();
  await runMigrations(migrating).finally(() => migrating.destroy());
  const dataSource = await connect(dataSourceOptions({ url: migratorUrl, poolSize: 3 }));
  const account = `${new URL(url).username}@127.0.0.1`;
  await grantToApplication(dataSource, { account, appendOnly: appendOnlyTables });
  return {
    url,
    migratorUrl,
    dataSource,
    drop: async () => {
      await dataSource.destroy();
      await onServer(server, `DROP DATABASE ${name}`);
    },
  };
}

type TestServer = 'TEST_DATABASE_URL' | 'TEST_APPLICATION_DATABASE_URL' | 'TEST_REDIS_URL';

/** The address of a test server; `node scripts/test-servers.mjs` starts them. */
export function testServer(name: TestServer): string {
  const url = process.env[name];
  if (!url) {
    throw new Error(`${name} is not set: run this through node scripts/with-test-servers.mjs`);
  }
  return url;
}

async function onServer(server: URL, sql: string): Promise<void> {
  const dataSource = await new DataSource(
    dataSourceOptions({ url: server.href, poolSize: 1 }),
  ).initialize();
  await dataSource.query(sql).finally(() => dataSource.destroy());
}
