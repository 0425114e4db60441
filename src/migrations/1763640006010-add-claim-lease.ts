import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A claim ends by itself, and a case can be on hold until an instant. Three columns follow from the
 * others, so that no writer can forget them and an index can hold them:
 * - `hold_order_at`: the end of the payment's hold, or far away, so that lists sort by one column;
 * - `work_first_at`: the same for cases that an officer can work on, else null;
 * - `free_from`: since when such a case may be handed out; past while nobody holds it.
 */
export class AddClaimLease1763640006010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE applications
        ADD COLUMN claimed_until DATETIME(3) NULL,
        ADD COLUMN on_hold_until DATETIME(3) NULL,
        ADD COLUMN hold_order_at DATETIME(3) GENERATED ALWAYS AS
          (COALESCE(hold_ends_at, TIMESTAMP'9999-12-31 00:00:00.000')) STORED,
        ADD COLUMN work_first_at DATETIME(3) GENERATED ALWAYS AS
          (CASE WHEN status IN ('submitted', 'in_review')
                THEN COALESCE(hold_ends_at, TIMESTAMP'9999-12-31 00:00:00.000') END) STORED,
        ADD COLUMN free_from DATETIME(3) GENERATED ALWAYS AS
          (CASE status
             WHEN 'submitted' THEN COALESCE(on_hold_until, TIMESTAMP'1000-01-01 00:00:00.000')
             WHEN 'in_review' THEN COALESCE(claimed_until, TIMESTAMP'1000-01-01 00:00:00.000')
           END) STORED,
        ADD KEY ix_applications_next
          (work_first_at, received_at, id, free_from, permit_type_code, zone_code)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE applications
        DROP KEY ix_applications_next,
        DROP COLUMN free_from,
        DROP COLUMN work_first_at,
        DROP COLUMN hold_order_at,
        DROP COLUMN on_hold_until,
        DROP COLUMN claimed_until`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'applications'
        AND column_name = 'claimed_until'`,
  );
  return rows.length > 0;
}
