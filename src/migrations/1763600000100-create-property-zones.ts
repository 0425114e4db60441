import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePropertyZones1763600000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS property_zones (
        uprn VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        zone_code VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL,
        PRIMARY KEY (uprn, valid_from),
        KEY ix_property_zones_zone (zone_code),
        CONSTRAINT fk_property_zones_property FOREIGN KEY (uprn) REFERENCES properties (uprn)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS property_zones');
  }
}
