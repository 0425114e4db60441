import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every file that somebody took away: who, of what, why, how much, and its fingerprint. Only added to. */
export class CreateExportLog1763640017040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS export_log (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        filters VARCHAR(500) NOT NULL,
        reason VARCHAR(300) NOT NULL,
        row_count INT NOT NULL,
        sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        exported_at DATETIME(3) NOT NULL,
        KEY ix_export_log_staff (staff_id, exported_at),
        CONSTRAINT fk_export_log_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS export_log');
  }
}
