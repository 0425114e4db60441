import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was taken and what is promised to be given back, both in the row that every return of money
 * must change first (R-REF-2). An application may be paid for again after a lapse: `is_current` is 1
 * for the one payment that counts now, else null, and the database keeps it to one.
 */
export class AddPaymentCaptures1763640013010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE payments
        ADD COLUMN captured_pence BIGINT NOT NULL DEFAULT 0,
        ADD COLUMN captured_at DATETIME(3) NULL,
        ADD COLUMN returns_promised_pence BIGINT NOT NULL DEFAULT 0,
        ADD COLUMN replaced_at DATETIME(3) NULL,
        ADD COLUMN is_current TINYINT
          GENERATED ALWAYS AS (CASE WHEN replaced_at IS NULL THEN 1 END) STORED`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE payments
        DROP COLUMN is_current,
        DROP COLUMN replaced_at,
        DROP COLUMN returns_promised_pence,
        DROP COLUMN captured_at,
        DROP COLUMN captured_pence`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'payments'
        AND column_name = 'captured_pence'`,
  );
  return rows.length > 0;
}
