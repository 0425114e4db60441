import type { DataSource } from 'typeorm';

const LOCK = 'permit-desk-migrations';

/** Applies what is missing, one process at a time; returns the names applied. */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const [row]: { taken: number | null }[] = await runner.query(
      'SELECT GET_LOCK(?, 60) AS taken',
      [LOCK],
    );
    if (Number(row?.taken) !== 1) throw new Error('Another process is migrating this database.');
    const applied = await dataSource.runMigrations({ transaction: 'none' });
    return applied.map((migration) => migration.name);
  } finally {
    await runner.query('SELECT RELEASE_LOCK(?)', [LOCK]).catch(() => undefined);
    await runner.release();
  }
}
