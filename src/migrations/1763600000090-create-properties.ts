import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProperties1763600000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS properties (
        uprn VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        address VARCHAR(400) NOT NULL,
        town VARCHAR(80) NOT NULL,
        postcode VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        recorded_at DATETIME(3) NOT NULL,
        removed_at DATETIME(3) NULL,
        KEY ix_properties_postcode (postcode)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS properties');
  }
}
