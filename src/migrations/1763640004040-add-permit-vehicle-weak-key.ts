import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same weak key for the vehicles on permits: one look finds the same plate and its look-alikes. */
export class AddPermitVehicleWeakKey1763640004040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE permit_vehicles
        ADD COLUMN registration_weak_key VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin
          GENERATED ALWAYS AS
          (REPLACE(REPLACE(REPLACE(registration_key, 'S', '5'), 'B', '8'), 'Z', '2')) VIRTUAL,
        ADD KEY ix_permit_vehicles_weak_registration (registration_weak_key, covered_to)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE permit_vehicles
        DROP KEY ix_permit_vehicles_weak_registration,
        DROP COLUMN registration_weak_key`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'permit_vehicles'
        AND column_name = 'registration_weak_key'`,
  );
  return rows.length > 0;
}
