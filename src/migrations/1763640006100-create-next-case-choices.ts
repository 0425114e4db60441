import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody's next case comes from their teams first, from them only, or from all. */
export class CreateNextCaseChoices1763640006100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS next_case_choices (
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        choice VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        CONSTRAINT fk_next_case_choices_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS next_case_choices');
  }
}
