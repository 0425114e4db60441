import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePermitVehicles1763600000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS permit_vehicles (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        permit_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        registration VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        registration_key VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        covered_from DATETIME(3) NOT NULL,
        covered_to DATETIME(3) NOT NULL,
        recorded_at DATETIME(3) NOT NULL,
        superseded_at DATETIME(3) NULL,
        KEY ix_permit_vehicles_permit (permit_id),
        KEY ix_permit_vehicles_registration (registration_key, covered_to),
        CONSTRAINT ck_permit_vehicles_cover CHECK (covered_to > covered_from),
        CONSTRAINT fk_permit_vehicles_permit FOREIGN KEY (permit_id) REFERENCES permits (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS permit_vehicles');
  }
}
