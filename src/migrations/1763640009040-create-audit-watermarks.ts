import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the sealer has looked, for each sealed table. */
export class CreateAuditWatermarks1763640009040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS audit_watermarks (
        source VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        row_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (source)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS audit_watermarks');
  }
}
