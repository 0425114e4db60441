import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { migrationDataSource } from '../../ormconfig.js';
import { connect, dataSourceOptions } from '../../src/platform/database/data-source.js';
import { runMigrations } from '../../src/platform/database/run-migrations.js';

export interface TestDatabase {
  url: string;
  /** For looking and for arranging; the application has connections of its own. */
  dataSource: DataSource;
  drop(): Promise<void>;
}

/** A database of its own for one test file, with the schema of today. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = new URL(testServer('TEST_DATABASE_URL'));
  const name = `permit_desk_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = Object.assign(new URL(server.href), { pathname: `/${name}` }).href;
  const migrating = await migrationDataSource(url).initialize();
  await runMigrations(migrating).finally(() => migrating.destroy());
  const dataSource = await connect(dataSourceOptions({ url, poolSize: 3 }));
  return {
    url,
    dataSource,
    drop: async () => {
      await dataSource.destroy();
      await onServer(server, `DROP DATABASE ${name}`);
    },
  };
}

/** The address of a test server; `node scripts/test-servers.mjs` starts them. */
export function testServer(name: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string {
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
