import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed statements of where the chain ended. */
export class CreateAuditAnchors1763640009030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS audit_anchors (
        sequence BIGINT UNSIGNED NOT NULL,
        chain_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        signed_at CHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        key_id CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        signature CHAR(88) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (sequence)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS audit_anchors');
  }
}
