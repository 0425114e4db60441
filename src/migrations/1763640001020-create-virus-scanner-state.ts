import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the last self-test of the virus scanner found; one row. */
export class CreateVirusScannerState1763640001020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS virus_scanner_state (
        id TINYINT NOT NULL PRIMARY KEY,
        condition_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        findings VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        version VARCHAR(100) NULL,
        signatures_at DATETIME(3) NULL,
        tested_at DATETIME(3) NOT NULL
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS virus_scanner_state');
  }
}
