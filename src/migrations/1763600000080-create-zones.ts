import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateZones1763600000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS zones (
        code VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL,
        name VARCHAR(120) NOT NULL,
        town VARCHAR(80) NOT NULL,
        kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        hours VARCHAR(200) NOT NULL,
        property_cap SMALLINT NOT NULL,
        visitors_allowed TINYINT(1) NOT NULL,
        PRIMARY KEY (code, valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS zones');
  }
}
