import { DataSource } from 'typeorm';
import { allMigrations } from './src/migrations/all-migrations.js';
import { dataSourceOptions } from './src/platform/database/data-source.js';

/** For TypeORM's own command line and for the migrate command; the application builds its own. */
export function migrationDataSource(url: string): DataSource {
  return new DataSource(dataSourceOptions({ url, poolSize: 3, migrations: allMigrations }));
}

export default migrationDataSource(
  process.env['DATABASE_URL'] ?? 'mysql://permit_desk@127.0.0.1:3306/permit_desk',
);
