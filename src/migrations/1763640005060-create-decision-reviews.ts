import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A resident's request to look at a decision again. At most one of a case is open at a time. */
export class CreateDecisionReviews1763640005060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS decision_reviews (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        open_application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        decision_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        channel VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        received_on DATE NOT NULL,
        answer_by_on DATE NOT NULL,
        asked VARCHAR(4000) NOT NULL,
        opened_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        opened_at DATETIME(3) NOT NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
        reasons VARCHAR(4000) NULL,
        private_note VARCHAR(2000) NULL,
        settled_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        settled_at DATETIME(3) NULL,
        settled_form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        UNIQUE KEY uq_decision_reviews_open (open_application_id),
        UNIQUE KEY uq_decision_reviews_form (form_id),
        UNIQUE KEY uq_decision_reviews_settled_form (settled_form_id),
        KEY ix_decision_reviews_application (application_id),
        KEY ix_decision_reviews_answer_by (outcome, answer_by_on),
        CONSTRAINT fk_decision_reviews_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_decision_reviews_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT fk_decision_reviews_opener FOREIGN KEY (opened_by) REFERENCES staff_accounts (id),
        CONSTRAINT fk_decision_reviews_settler FOREIGN KEY (settled_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS decision_reviews');
  }
}
