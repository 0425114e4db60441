import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A resident is asked to pay again after a payment has lapsed; one open request for a case. */
export class CreatePaymentRequests1763640015030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS payment_requests (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount_pence BIGINT NOT NULL,
        because VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        asked_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        asked_at DATETIME(3) NOT NULL,
        pay_by_on DATE NOT NULL,
        link_expires_at DATETIME(3) NOT NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        paid_at DATETIME(3) NULL,
        lapsed_at DATETIME(3) NULL,
        closed_at DATETIME(3) NULL,
        is_open TINYINT GENERATED ALWAYS AS (CASE WHEN state = 'open' THEN 1 END) STORED,
        UNIQUE KEY uq_payment_requests_form (form_id),
        UNIQUE KEY uq_payment_requests_open (application_id, is_open),
        KEY ix_payment_requests_application (application_id, state),
        CONSTRAINT ck_payment_requests_amount CHECK (amount_pence > 0),
        CONSTRAINT fk_payment_requests_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_payment_requests_staff FOREIGN KEY (asked_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS payment_requests');
  }
}
