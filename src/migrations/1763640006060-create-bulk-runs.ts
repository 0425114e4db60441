import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One press of a button for many cases; its id is the id of the form that was sent. */
export class CreateBulkRuns1763640006060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS bulk_runs (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        act VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        to_staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        back VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        started_at DATETIME(3) NOT NULL,
        KEY ix_bulk_runs_staff (staff_id, started_at),
        CONSTRAINT fk_bulk_runs_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id),
        CONSTRAINT fk_bulk_runs_to FOREIGN KEY (to_staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS bulk_runs');
  }
}
