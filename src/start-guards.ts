import { appendOnlyTables } from './append-only-tables.js';
import { allMigrations } from './migrations/all-migrations.js';
import { mayChangeRows } from './platform/database/application-grants.js';
import type { StartGuards } from './platform/health/start-checks.js';
import { hasDemoAccounts } from './staff/staff-accounts.queries.js';

/** What must be true of the data before web or worker starts. */
export const startGuards: StartGuards = {
  migrations: allMigrations.map((migration) => migration.name),
  inProduction: [
    async (reader) => {
      const asks = appendOnlyTables.map(async (table) =>
        (await mayChangeRows(reader, table)) ? [table] : [],
      );
      const open = (await Promise.all(asks)).flat();
      return open.length === 0
        ? null
        : `DATABASE_URL: its account may change ${open.join(', ')}, which are only ever added to. Run npm run migrate with DATABASE_MIGRATOR_URL`;
    },
    async (reader) =>
      (await hasDemoAccounts(reader))
        ? 'DATABASE_URL: this database holds the demo data; production needs one of its own'
        : null,
  ],
};
