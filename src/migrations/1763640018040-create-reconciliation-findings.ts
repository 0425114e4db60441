import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReconciliationFindings1763640018040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS reconciliation_findings (
        run_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        difference_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (run_id, difference_id),
        CONSTRAINT fk_reconciliation_findings_run FOREIGN KEY (run_id) REFERENCES reconciliation_runs (id),
        CONSTRAINT fk_reconciliation_findings_difference FOREIGN KEY (difference_id) REFERENCES reconciliation_differences (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS reconciliation_findings');
  }
}
