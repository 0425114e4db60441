import { migrationDataSource } from '../ormconfig.js';
import { appendOnlyTables } from '../src/append-only-tables.js';
import { accountOf, grantToApplication } from '../src/platform/database/application-grants.js';
import { runMigrations } from '../src/platform/database/run-migrations.js';

/**
 * `npm run migrate`: brings the schema up to date as DATABASE_MIGRATOR_URL, and grants the account
 * of DATABASE_URL what it needs of it. Without a migrator, DATABASE_URL must be allowed everything.
 */
const url = process.env['DATABASE_URL'];
const migratorUrl = process.env['DATABASE_MIGRATOR_URL']?.trim();
if (!url) {
  console.error('DATABASE_URL: is not set');
  process.exit(1);
}
const dataSource = await migrationDataSource(migratorUrl || url).initialize();
try {
  const applied = await runMigrations(dataSource);
  if (migratorUrl) {
    const account = await accountOf(url);
    await grantToApplication(dataSource, { account, appendOnly: appendOnlyTables });
  }
  console.log(
    applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.length} migrations.`,
  );
} finally {
  await dataSource.destroy();
}
