import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which round of deciding a case is in; a reopened case is in its second. */
export class AddApplicationRound1763640005020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query('ALTER TABLE applications ADD COLUMN round SMALLINT NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query('ALTER TABLE applications DROP COLUMN round');
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'applications' AND column_name = 'round'`,
  );
  return rows.length > 0;
}
