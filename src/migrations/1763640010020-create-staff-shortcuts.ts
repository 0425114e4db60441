import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a person works with single keys, and which keys are other than the usual ones. */
export class CreateStaffShortcuts1763640010020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS staff_shortcuts (
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        is_on TINYINT(1) NOT NULL,
        own_keys VARCHAR(1000) NOT NULL,
        changed_at DATETIME(3) NOT NULL,
        CONSTRAINT fk_staff_shortcuts_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS staff_shortcuts');
  }
}
