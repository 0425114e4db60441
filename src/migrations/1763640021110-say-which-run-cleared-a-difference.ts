import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A difference says when it was last found, which comparison no longer found it, and by how much the
 * ledger falls short of the payment service; of a payment made twice it keeps the reference, so that
 * its twin can be looked for outside a period.
 */
export class SayWhichRunClearedADifference1763640021110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE reconciliation_differences
        ADD COLUMN last_found_at DATETIME(3) NULL,
        ADD COLUMN cleared_by_run CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD COLUMN reference VARCHAR(255) NULL,
        ADD COLUMN gain_pence BIGINT NOT NULL DEFAULT 0,
        ADD KEY ix_reconciliation_differences_reference (reference),
        ADD CONSTRAINT fk_reconciliation_differences_cleared
          FOREIGN KEY (cleared_by_run) REFERENCES reconciliation_runs (id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE reconciliation_differences
        DROP FOREIGN KEY fk_reconciliation_differences_cleared,
        DROP KEY ix_reconciliation_differences_reference,
        DROP COLUMN gain_pence,
        DROP COLUMN reference,
        DROP COLUMN cleared_by_run,
        DROP COLUMN last_found_at`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'reconciliation_differences'
        AND column_name = 'last_found_at'`,
  );
  return rows.length > 0;
}
