import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One link a row: what each sealed row was, in one chain. */
export class CreateAuditSeals1763640009020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS audit_seals (
        sequence BIGINT UNSIGNED NOT NULL,
        source VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        row_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        facts_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        values_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        sealed_at DATETIME(3) NOT NULL,
        chain_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (sequence),
        UNIQUE KEY ux_audit_seals_row (source, row_id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS audit_seals');
  }
}
