import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDecisions1763600000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS decisions (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        decided_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        decided_at DATETIME(3) NOT NULL,
        reasons TEXT NOT NULL,
        private_note VARCHAR(2000) NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        UNIQUE KEY uq_decisions_application (application_id),
        UNIQUE KEY uq_decisions_form (form_id),
        CONSTRAINT fk_decisions_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_decisions_staff FOREIGN KEY (decided_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS decisions');
  }
}
