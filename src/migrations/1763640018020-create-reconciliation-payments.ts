import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReconciliationPayments1763640018020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS reconciliation_payments (
        run_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        provider_payment_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reference VARCHAR(255) NOT NULL,
        state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount_pence BIGINT NOT NULL,
        refunded_pence BIGINT NOT NULL,
        captured_on DATE NULL,
        settled_on DATE NULL,
        PRIMARY KEY (run_id, provider_payment_id),
        CONSTRAINT fk_reconciliation_payments_run FOREIGN KEY (run_id) REFERENCES reconciliation_runs (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS reconciliation_payments');
  }
}
