import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A comparison reads the list of refunds, too, and says when it last got further. */
export class AddRefundsToReconciliationRuns1763640021100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE reconciliation_runs
        ADD COLUMN refunds_total INT NULL,
        ADD COLUMN refunds_learnt INT NOT NULL DEFAULT 0,
        ADD COLUMN went_on_at DATETIME(3) NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE reconciliation_runs
        DROP COLUMN went_on_at,
        DROP COLUMN refunds_learnt,
        DROP COLUMN refunds_total`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'reconciliation_runs'
        AND column_name = 'refunds_total'`,
  );
  return rows.length > 0;
}
