import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePayments1763600000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS payments (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        provider_payment_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount_pence INT NOT NULL,
        state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        refunded_pence INT NOT NULL,
        hold_ends_at DATETIME(3) NULL,
        state_read_at DATETIME(3) NULL,
        created_at DATETIME(3) NOT NULL,
        UNIQUE KEY uq_payments_application (application_id),
        UNIQUE KEY uq_payments_provider (provider_payment_id),
        CONSTRAINT ck_payments_amount CHECK (amount_pence > 0),
        CONSTRAINT ck_payments_refunded CHECK (refunded_pence BETWEEN 0 AND amount_pence),
        CONSTRAINT fk_payments_application FOREIGN KEY (application_id) REFERENCES applications (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS payments');
  }
}
