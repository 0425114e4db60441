import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests to give money back although nothing is owed, and their answers (R-CAN-2). The database
 * itself refuses an answer by whoever asked.
 */
export class CreateRefundExceptions1763640016010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS refund_exceptions (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        payment_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount_pence BIGINT NOT NULL,
        reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        words VARCHAR(500) NOT NULL,
        paper_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        is_asked_by_resident TINYINT(1) NOT NULL,
        state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        requested_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        requested_at DATETIME(3) NOT NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        lapses_at DATETIME(3) NOT NULL,
        settled_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        settled_at DATETIME(3) NULL,
        settled_form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        decline_words VARCHAR(500) NULL,
        UNIQUE KEY uq_refund_exceptions_form (form_id),
        UNIQUE KEY uq_refund_exceptions_settled_form (settled_form_id),
        KEY ix_refund_exceptions_application (application_id, requested_at),
        KEY ix_refund_exceptions_payment (payment_id, state),
        KEY ix_refund_exceptions_state (state, requested_at),
        KEY ix_refund_exceptions_settled (settled_at),
        CONSTRAINT ck_refund_exceptions_amount CHECK (amount_pence > 0),
        CONSTRAINT ck_refund_exceptions_state
          CHECK (state IN ('requested', 'approved', 'declined', 'withdrawn', 'lapsed')),
        CONSTRAINT ck_refund_exceptions_two_people
          CHECK (state NOT IN ('approved', 'declined')
                 OR (settled_by IS NOT NULL AND settled_by <> requested_by)),
        CONSTRAINT ck_refund_exceptions_own
          CHECK (state <> 'withdrawn' OR settled_by <=> requested_by),
        CONSTRAINT fk_refund_exceptions_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_refund_exceptions_payment FOREIGN KEY (payment_id) REFERENCES payments (id),
        CONSTRAINT fk_refund_exceptions_paper FOREIGN KEY (paper_id) REFERENCES evidence_papers (id),
        CONSTRAINT fk_refund_exceptions_requested FOREIGN KEY (requested_by) REFERENCES staff_accounts (id),
        CONSTRAINT fk_refund_exceptions_settled FOREIGN KEY (settled_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS refund_exceptions');
  }
}
