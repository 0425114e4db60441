import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEvidenceRequests1763600000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS evidence_requests (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        asked_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        asked_at DATETIME(3) NOT NULL,
        answer_by_on DATE NOT NULL,
        link_expires_at DATETIME(3) NOT NULL,
        items TEXT NOT NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        answered_at DATETIME(3) NULL,
        reminded_at DATETIME(3) NULL,
        lapsed_at DATETIME(3) NULL,
        closed_at DATETIME(3) NULL,
        UNIQUE KEY uq_evidence_requests_form (form_id),
        KEY ix_evidence_requests_application (application_id, state),
        CONSTRAINT fk_evidence_requests_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_evidence_requests_staff FOREIGN KEY (asked_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS evidence_requests');
  }
}
