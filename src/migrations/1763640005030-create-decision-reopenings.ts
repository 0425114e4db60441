import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision taken up again by somebody else: a new act, which begins the next round (R-ST-3). */
export class CreateDecisionReopenings1763640005030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS decision_reopenings (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        decision_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        because VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reason VARCHAR(2000) NOT NULL,
        private_note VARCHAR(2000) NULL,
        is_told TINYINT NOT NULL,
        reopened_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reopened_at DATETIME(3) NOT NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        UNIQUE KEY uq_decision_reopenings_decision (decision_id),
        UNIQUE KEY uq_decision_reopenings_form (form_id),
        KEY ix_decision_reopenings_application (application_id),
        CONSTRAINT fk_decision_reopenings_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_decision_reopenings_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT fk_decision_reopenings_staff FOREIGN KEY (reopened_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS decision_reopenings');
  }
}
