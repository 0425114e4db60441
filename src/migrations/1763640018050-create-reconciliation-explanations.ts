import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReconciliationExplanations1763640018050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS reconciliation_explanations (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        difference_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        words VARCHAR(1000) NOT NULL,
        explained_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        explained_at DATETIME(3) NOT NULL,
        UNIQUE KEY uq_reconciliation_explanations_difference (difference_id),
        CONSTRAINT fk_reconciliation_explanations_difference FOREIGN KEY (difference_id) REFERENCES reconciliation_differences (id),
        CONSTRAINT fk_reconciliation_explanations_staff FOREIGN KEY (explained_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS reconciliation_explanations');
  }
}
