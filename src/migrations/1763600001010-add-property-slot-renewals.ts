import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A renewal takes over the slot of the permit it renews, and must be able to give it back. */
export class AddPropertySlotRenewals1763600001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE property_slots
        ADD COLUMN renewed_application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD COLUMN renewed_ends_at DATETIME(3) NULL,
        ADD KEY ix_property_slots_renewed (renewed_application_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE property_slots
        DROP KEY ix_property_slots_renewed,
        DROP COLUMN renewed_ends_at,
        DROP COLUMN renewed_application_id`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'property_slots'
        AND column_name = 'renewed_application_id'`,
  );
  return rows.length > 0;
}
