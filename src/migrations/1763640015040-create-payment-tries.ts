import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One try to pay what a request asks for: the payment made for it at the provider, and the address
 * of its card page. A request has one live try at a time, and the database keeps it so.
 */
export class CreatePaymentTries1763640015040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS payment_tries (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        provider_reference VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        provider_payment_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
        creations SMALLINT NOT NULL,
        creating_until DATETIME(3) NULL,
        wishes INT NOT NULL,
        wishes_met INT NOT NULL,
        card_page_url VARCHAR(2000) NULL,
        begun_at DATETIME(3) NOT NULL,
        ended_at DATETIME(3) NULL,
        is_live TINYINT GENERATED ALWAYS AS (CASE WHEN state = 'live' THEN 1 END) STORED,
        UNIQUE KEY uq_payment_tries_live (request_id, is_live),
        UNIQUE KEY uq_payment_tries_reference (provider_reference),
        UNIQUE KEY uq_payment_tries_provider (provider_payment_id),
        KEY ix_payment_tries_application (application_id),
        CONSTRAINT fk_payment_tries_request FOREIGN KEY (request_id) REFERENCES payment_requests (id),
        CONSTRAINT fk_payment_tries_application FOREIGN KEY (application_id) REFERENCES applications (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS payment_tries');
  }
}
