import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReconciliationDifferences1763640018030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS reconciliation_differences (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        difference_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        provider_payment_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        payment_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ours TEXT NULL,
        theirs TEXT NULL,
        found_at DATETIME(3) NOT NULL,
        cleared_at DATETIME(3) NULL,
        UNIQUE KEY uq_reconciliation_differences_key (difference_key),
        KEY ix_reconciliation_differences_provider (provider_payment_id),
        KEY ix_reconciliation_differences_open (cleared_at, found_at),
        CONSTRAINT fk_reconciliation_differences_payment FOREIGN KEY (payment_id) REFERENCES payments (id),
        CONSTRAINT fk_reconciliation_differences_application FOREIGN KEY (application_id) REFERENCES applications (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS reconciliation_differences');
  }
}
