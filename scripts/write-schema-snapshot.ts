import { writeFileSync } from 'node:fs';
import { migrationDataSource } from '../ormconfig.js';
import { readSchema, SCHEMA_SNAPSHOT } from '../src/platform/database/schema-drift.js';

/** Writes the schema of DATABASE_URL, which must have just been migrated from nothing. */
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL: is not set');
  process.exit(1);
}
const dataSource = await migrationDataSource(url).initialize();
try {
  const lines = await readSchema(dataSource.manager);
  writeFileSync(SCHEMA_SNAPSHOT, `${JSON.stringify(lines, null, 2)}\n`);
  console.log(`Wrote ${lines.length} lines to ${SCHEMA_SNAPSHOT}`);
} finally {
  await dataSource.destroy();
}
