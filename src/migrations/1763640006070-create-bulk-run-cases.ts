import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each case of a bulk run; written in the transaction that changed the case. */
export class CreateBulkRunCases1763640006070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS bulk_run_cases (
        run_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        position SMALLINT NOT NULL,
        reference VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        seen_version INT NOT NULL,
        state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        why VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
        PRIMARY KEY (run_id, position),
        CONSTRAINT fk_bulk_run_cases_run FOREIGN KEY (run_id) REFERENCES bulk_runs (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS bulk_run_cases');
  }
}
