import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the cases of one bulk run are rejected with, and when the last of them was done. */
export class CreateBulkRejections1763640016510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS bulk_rejections (
        run_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        reasons TEXT NOT NULL,
        private_note VARCHAR(2000) NULL,
        words_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        finished_at DATETIME(3) NULL,
        CONSTRAINT fk_bulk_rejections_run FOREIGN KEY (run_id) REFERENCES bulk_runs (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS bulk_rejections');
  }
}
