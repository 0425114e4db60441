import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened to money, one row for each happening. `effect_key` names it, so that it is posted
 * once however often and in whatever order it is learnt; a correction is a row that reverses another.
 */
export class CreateLedgerJournals1763640013080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS ledger_journals (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        payment_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        effect_key VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reverses_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        command_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        occurred_at DATETIME(3) NOT NULL,
        recorded_at DATETIME(3) NOT NULL,
        note VARCHAR(300) NULL,
        UNIQUE KEY uq_ledger_journals_effect (effect_key),
        UNIQUE KEY uq_ledger_journals_reverses (reverses_id),
        KEY ix_ledger_journals_payment (payment_id, recorded_at),
        KEY ix_ledger_journals_application (application_id, recorded_at),
        KEY ix_ledger_journals_command (command_id),
        KEY ix_ledger_journals_occurred (occurred_at, id),
        CONSTRAINT fk_ledger_journals_payment FOREIGN KEY (payment_id) REFERENCES payments (id),
        CONSTRAINT fk_ledger_journals_application
          FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_ledger_journals_command
          FOREIGN KEY (command_id) REFERENCES payment_commands (id),
        CONSTRAINT fk_ledger_journals_reverses
          FOREIGN KEY (reverses_id) REFERENCES ledger_journals (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS ledger_journals');
  }
}
