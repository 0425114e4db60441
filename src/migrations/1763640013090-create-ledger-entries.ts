import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every entry names both of its sides, so a journal cannot fail to balance. */
export class CreateLedgerEntries1763640013090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS ledger_entries (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        journal_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        line SMALLINT NOT NULL,
        debit_account VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        credit_account VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount_pence BIGINT NOT NULL,
        UNIQUE KEY uq_ledger_entries_line (journal_id, line),
        CONSTRAINT ck_ledger_entries_amount CHECK (amount_pence > 0),
        CONSTRAINT ck_ledger_entries_sides CHECK (debit_account <> credit_account),
        CONSTRAINT fk_ledger_entries_journal
          FOREIGN KEY (journal_id) REFERENCES ledger_journals (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS ledger_entries');
  }
}
