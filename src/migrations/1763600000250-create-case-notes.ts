import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseNotes1763600000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS case_notes (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        written_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        written_at DATETIME(3) NOT NULL,
        words VARCHAR(5000) NOT NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        UNIQUE KEY uq_case_notes_form (form_id),
        KEY ix_case_notes_application (application_id, written_at),
        CONSTRAINT fk_case_notes_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_case_notes_staff FOREIGN KEY (written_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS case_notes');
  }
}
