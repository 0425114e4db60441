import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who wants the ledger corrected because of a difference, by how much and why. `gain_pence` is what
 * the payment service has beyond the ledger, below nothing when it has less; above the council's
 * limit a second person answers, which the database insists on. One of a difference is live.
 */
export class CreateReconciliationCorrections1763640021120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS reconciliation_corrections (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        difference_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        cause VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        words VARCHAR(1000) NOT NULL,
        gain_pence BIGINT NOT NULL,
        size_pence BIGINT NOT NULL,
        needs_second TINYINT NOT NULL,
        state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        asked_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        asked_at DATETIME(3) NOT NULL,
        answered_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        answered_at DATETIME(3) NULL,
        answer_form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        decline_words VARCHAR(500) NULL,
        is_live TINYINT GENERATED ALWAYS AS (CASE WHEN state <> 'declined' THEN 1 END) STORED,
        UNIQUE KEY uq_reconciliation_corrections_live (difference_id, is_live),
        UNIQUE KEY uq_reconciliation_corrections_answer (answer_form_id),
        KEY ix_reconciliation_corrections_state (state, asked_at),
        CONSTRAINT ck_reconciliation_corrections_size CHECK (size_pence > 0),
        CONSTRAINT ck_reconciliation_corrections_state
          CHECK (state IN ('waiting', 'posted', 'declined')),
        CONSTRAINT ck_reconciliation_corrections_two_people
          CHECK (CASE WHEN needs_second = 0 THEN state = 'posted' AND answered_by IS NULL
                      WHEN state = 'waiting' THEN answered_by IS NULL
                      ELSE answered_by IS NOT NULL AND answered_by <> asked_by END),
        CONSTRAINT fk_reconciliation_corrections_difference
          FOREIGN KEY (difference_id) REFERENCES reconciliation_differences (id),
        CONSTRAINT fk_reconciliation_corrections_asked FOREIGN KEY (asked_by) REFERENCES staff_accounts (id),
        CONSTRAINT fk_reconciliation_corrections_answered
          FOREIGN KEY (answered_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS reconciliation_corrections');
  }
}
