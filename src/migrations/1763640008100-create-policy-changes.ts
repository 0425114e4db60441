import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePolicyChanges1763640008100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS policy_changes (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        subject VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        changed_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        changed_at DATETIME(3) NOT NULL,
        holds_from DATETIME(3) NOT NULL,
        before_text TEXT NULL,
        after_text TEXT NULL,
        KEY ix_policy_changes_subject (subject, changed_at),
        KEY ix_policy_changes_changed (changed_at),
        CONSTRAINT fk_policy_changes_staff FOREIGN KEY (changed_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS policy_changes');
  }
}
