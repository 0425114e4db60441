import { writeFileSync } from 'node:fs';
import { readSchema, SCHEMA_SNAPSHOT } from '../../src/platform/database/schema-drift.js';
import { createTestDatabase } from './test-database.js';

/** `npm run schema:snapshot`: migrates an empty database and writes down what came of it. */
const database = await createTestDatabase();
try {
  const lines = await readSchema(database.dataSource.manager);
  writeFileSync(SCHEMA_SNAPSHOT, `${JSON.stringify(lines, null, 2)}\n`);
  console.log(`Wrote ${lines.length} lines to ${SCHEMA_SNAPSHOT}`);
} finally {
  await database.drop();
}
