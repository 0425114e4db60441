import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a case open now. Rows are of no worth after some minutes and are cleared away. */
export class CreateCasePresence1763640006030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS case_presence (
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        seen_at DATETIME(3) NOT NULL,
        PRIMARY KEY (application_id, staff_id),
        KEY ix_case_presence_seen (seen_at),
        CONSTRAINT fk_case_presence_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_case_presence_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS case_presence');
  }
}
