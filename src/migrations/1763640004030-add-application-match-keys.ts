import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys by which the household ledger finds the same person and like registrations without reading
 * every case. The database works them out of each row itself, so old rows have them at once and no
 * way of writing a row can forget them. S and 5, B and 8, Z and 2 are one in the weak key
 * (`weakLookAlikeKey`); the name key has no blanks, points, apostrophes and hyphens.
 */
export class AddApplicationMatchKeys1763640004030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE applications
        ADD COLUMN registration_weak_key VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin
          GENERATED ALWAYS AS
          (REPLACE(REPLACE(REPLACE(registration_key, 'S', '5'), 'B', '8'), 'Z', '2')) VIRTUAL,
        ADD COLUMN name_key VARCHAR(200)
          GENERATED ALWAYS AS
          (LOWER(REPLACE(REPLACE(REPLACE(REPLACE(applicant_name, ' ', ''), '.', ''), '''', ''), '-', '')))
          VIRTUAL,
        ADD KEY ix_applications_weak_registration (registration_weak_key),
        ADD KEY ix_applications_name (name_key),
        ADD KEY ix_applications_email (applicant_email),
        ADD KEY ix_applications_mobile (applicant_mobile)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE applications
        DROP KEY ix_applications_mobile,
        DROP KEY ix_applications_email,
        DROP KEY ix_applications_name,
        DROP KEY ix_applications_weak_registration,
        DROP COLUMN name_key,
        DROP COLUMN registration_weak_key`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'applications' AND column_name = 'name_key'`,
  );
  return rows.length > 0;
}
