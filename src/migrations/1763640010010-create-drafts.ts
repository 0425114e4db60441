import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a person has typed into a form about a case and not yet sent: one row for each person, case
 * and form. The words are sealed under a key of their own; a form that was sent leaves only its id.
 */
export class CreateDrafts1763640010010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS drafts (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        form VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        case_version INT UNSIGNED NOT NULL,
        content MEDIUMBLOB NULL,
        wrapped_key VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NULL,
        saved_at DATETIME(3) NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        thrown_away_at DATETIME(3) NULL,
        sent_form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        UNIQUE KEY uq_drafts_place (staff_id, application_id, form),
        KEY ix_drafts_application (application_id),
        KEY ix_drafts_expiry (expires_at),
        CONSTRAINT fk_drafts_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id),
        CONSTRAINT fk_drafts_application FOREIGN KEY (application_id) REFERENCES applications (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS drafts');
  }
}
