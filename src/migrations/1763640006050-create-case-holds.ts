import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case set aside by an officer until a day. The row is the truth; it wakes by its date alone. */
export class CreateCaseHolds1763640006050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS case_holds (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reason VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        words VARCHAR(500) NOT NULL,
        wake_on DATE NOT NULL,
        set_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        set_at DATETIME(3) NOT NULL,
        ended_at DATETIME(3) NULL,
        ended_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        UNIQUE KEY uq_case_holds_form (form_id),
        KEY ix_case_holds_application (application_id, set_at),
        KEY ix_case_holds_setter (set_by, ended_at, wake_on),
        CONSTRAINT fk_case_holds_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_case_holds_setter FOREIGN KEY (set_by) REFERENCES staff_accounts (id),
        CONSTRAINT fk_case_holds_ender FOREIGN KEY (ended_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS case_holds');
  }
}
