import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What about a message a person must look into. At most one open row about the same thing. */
export class CreateWebhookFindings1763640014020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS webhook_findings (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        source VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        message_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        body_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        event_type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        provider_payment_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        open_key VARCHAR(170) CHARACTER SET ascii COLLATE ascii_bin NULL,
        found_at DATETIME(3) NOT NULL,
        settled_at DATETIME(3) NULL,
        settled_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        reason VARCHAR(500) NULL,
        UNIQUE KEY uq_webhook_findings_open (open_key),
        KEY ix_webhook_findings_settled (settled_at, found_at),
        KEY ix_webhook_findings_payment (provider_payment_id),
        CONSTRAINT fk_webhook_findings_settler FOREIGN KEY (settled_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS webhook_findings');
  }
}
