import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePermitZones1763600000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS permit_zones (
        permit_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        zone_code VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (permit_id, zone_code),
        KEY ix_permit_zones_zone (zone_code),
        CONSTRAINT fk_permit_zones_permit FOREIGN KEY (permit_id) REFERENCES permits (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS permit_zones');
  }
}
