import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions drawn for a second look before their letter goes, and what came of it. */
export class CreateQualityChecks1763640005040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS quality_checks (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        decision_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        asked_at DATETIME(3) NOT NULL,
        due_at DATETIME(3) NOT NULL,
        looked_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        settled_at DATETIME(3) NULL,
        note VARCHAR(2000) NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        UNIQUE KEY uq_quality_checks_decision (decision_id),
        UNIQUE KEY uq_quality_checks_form (form_id),
        KEY ix_quality_checks_application (application_id),
        KEY ix_quality_checks_state (state, asked_at),
        CONSTRAINT fk_quality_checks_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_quality_checks_decision FOREIGN KEY (decision_id) REFERENCES decisions (id),
        CONSTRAINT fk_quality_checks_staff FOREIGN KEY (looked_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS quality_checks');
  }
}
