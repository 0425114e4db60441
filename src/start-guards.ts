import { allMigrations } from './migrations/all-migrations.js';
import type { StartGuards } from './platform/health/start-checks.js';
import { hasDemoAccounts } from './staff/staff-accounts.queries.js';

/** What must be true of the data before web or worker starts. */
export const startGuards: StartGuards = {
  migrations: allMigrations.map((migration) => migration.name),
  inProduction: [
    async (reader) =>
      (await hasDemoAccounts(reader))
        ? 'DATABASE_URL: this database holds the demo data; production needs one of its own'
        : null,
  ],
};
