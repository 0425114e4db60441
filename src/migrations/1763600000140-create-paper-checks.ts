import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePaperChecks1763600000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS paper_checks (
        paper_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        verdict VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        dated_on DATE NULL,
        term_from_on DATE NULL,
        term_to_on DATE NULL,
        marks TEXT NOT NULL,
        note VARCHAR(1000) NULL,
        reference_last4 CHAR(4) CHARACTER SET ascii COLLATE ascii_bin NULL,
        checked_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        checked_at DATETIME(3) NOT NULL,
        KEY ix_paper_checks_application (application_id),
        CONSTRAINT fk_paper_checks_paper FOREIGN KEY (paper_id) REFERENCES evidence_papers (id),
        CONSTRAINT fk_paper_checks_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_paper_checks_staff FOREIGN KEY (checked_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS paper_checks');
  }
}
