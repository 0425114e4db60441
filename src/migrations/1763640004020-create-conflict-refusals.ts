import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was kept from deciding which case, and when first; never why. */
export class CreateConflictRefusals1763640004020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS conflict_refusals (
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        refused_at DATETIME(3) NOT NULL,
        PRIMARY KEY (application_id, staff_id),
        KEY ix_conflict_refusals_refused (refused_at),
        CONSTRAINT fk_conflict_refusals_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_conflict_refusals_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS conflict_refusals');
  }
}
