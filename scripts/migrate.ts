import { migrationDataSource } from '../ormconfig.js';
import { runMigrations } from '../src/platform/database/run-migrations.js';

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL: is not set');
  process.exit(1);
}
const dataSource = await migrationDataSource(url).initialize();
try {
  const applied = await runMigrations(dataSource);
  console.log(
    applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.length} migrations.`,
  );
} finally {
  await dataSource.destroy();
}
