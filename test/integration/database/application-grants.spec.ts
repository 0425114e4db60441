import { DataSource } from 'typeorm';
import { appendOnlyTables } from '../../../src/append-only-tables.js';
import { grantToApplication } from '../../../src/platform/database/application-grants.js';
import { dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

/** TABLEACCESS_DENIED, COLUMNACCESS_DENIED, DBACCESS_DENIED, SPECIFIC_ACCESS_DENIED. */
const DENIED = [1142, 1143, 1044, 1227];

let database: TestDatabase;
let application: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  application = await new DataSource(
    dataSourceOptions({ url: database.url, poolSize: 1 }),
  ).initialize();
}, 60_000);
afterAll(async () => {
  await application.destroy();
  await database.drop();
});

const errno = async (sql: string) => {
  const error: unknown = await application.query(sql).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error === null ? null : Number((error as { errno?: number }).errno);
};

describe('the account of the application', () => {
  it('includes every table that is a fact for ever, and there are some', () => {
    expect(appendOnlyTables).toEqual(
      expect.arrayContaining(['timeline_events', 'decisions', 'audit_seals', 'audit_anchors']),
    );
  });

  it.each(appendOnlyTables)(
    'attack 194: adds to %s and reads it, and can do nothing else',
    async (table) => {
      expect(await errno(`SELECT 1 FROM ${table} LIMIT 1`)).toBeNull();
      // The right is there: what stops the row is what it lacks.
      expect(DENIED).not.toContain(await errno(`INSERT INTO ${table} () VALUES ()`));
      const [column]: { name: string }[] = await database.dataSource.query(
        `SELECT column_name AS name FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = ? LIMIT 1`,
        [table],
      );
      for (const sql of [
        `UPDATE ${table} SET ${column?.name} = ${column?.name}`,
        `DELETE FROM ${table}`,
        `TRUNCATE TABLE ${table}`,
        `DROP TABLE ${table}`,
        `ALTER TABLE ${table} ADD COLUMN more INT`,
        `RENAME TABLE ${table} TO aside`,
        `CREATE TRIGGER quiet BEFORE INSERT ON ${table} FOR EACH ROW SET @x = 1`,
        `REPLACE INTO ${table} () VALUES ()`,
      ]) {
        expect(DENIED).toContain(await errno(sql));
      }
    },
  );

  it('changes no schema, no migration and no right', async () => {
    for (const sql of [
      'CREATE TABLE aside (id INT)',
      'DELETE FROM migrations',
      'UPDATE migrations SET name = name',
      `GRANT ALL ON timeline_events TO CURRENT_USER()`,
      'SET GLOBAL foreign_key_checks = 0',
    ]) {
      expect(DENIED).toContain(await errno(sql));
    }
  });

  it('loses a right that it was given before', async () => {
    const account = `${new URL(database.url).username}@127.0.0.1`;
    const grantee = `'${account.replace('@', "'@'")}'`;
    await database.dataSource.query(`GRANT UPDATE, DELETE ON timeline_events TO ${grantee}`);
    expect(await errno('UPDATE timeline_events SET type = type')).toBeNull();
    await grantToApplication(database.dataSource, { account, appendOnly: appendOnlyTables });
    expect(DENIED).toContain(await errno('UPDATE timeline_events SET type = type'));
    expect(await errno('UPDATE applications SET version = version')).toBeNull();
  });
});
