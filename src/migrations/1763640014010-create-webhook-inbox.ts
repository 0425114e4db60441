import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which signed messages came: never what they say. The same message may come often; it is one row. */
export class CreateWebhookInbox1763640014010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS webhook_inbox (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        source VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        message_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        body_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        event_type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        provider_payment_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        result VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        received_at DATETIME(3) NOT NULL,
        UNIQUE KEY uq_webhook_inbox_message (source, message_id),
        KEY ix_webhook_inbox_received (received_at),
        KEY ix_webhook_inbox_payment (provider_payment_id, received_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS webhook_inbox');
  }
}
