import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWordingVersions1763640008030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS wording_versions (
        subject VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        version INT NOT NULL,
        in_force_from DATETIME(3) NOT NULL,
        content TEXT NOT NULL,
        written_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        written_at DATETIME(3) NOT NULL,
        PRIMARY KEY (subject, version)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS wording_versions');
  }
}
