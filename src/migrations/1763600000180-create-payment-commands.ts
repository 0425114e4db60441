import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePaymentCommands1763600000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS payment_commands (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        decision_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        payment_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount_pence INT NOT NULL,
        state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        effect VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
        provider_reference VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
        attempts SMALLINT NOT NULL,
        last_problem VARCHAR(300) NULL,
        requested_at DATETIME(3) NOT NULL,
        sent_at DATETIME(3) NULL,
        settled_at DATETIME(3) NULL,
        UNIQUE KEY uq_payment_commands_decision (decision_id, kind),
        KEY ix_payment_commands_application (application_id),
        KEY ix_payment_commands_state (state, requested_at),
        CONSTRAINT fk_payment_commands_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_payment_commands_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT fk_payment_commands_payment FOREIGN KEY (payment_id) REFERENCES payments (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS payment_commands');
  }
}
