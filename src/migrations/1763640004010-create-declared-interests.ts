import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff declared about themselves. Only their own page and the rule read it. */
export class CreateDeclaredInterests1763640004010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS declared_interests (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        value VARCHAR(254) NOT NULL,
        postcode VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
        is_relation TINYINT(1) NOT NULL,
        declared_at DATETIME(3) NOT NULL,
        removed_at DATETIME(3) NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        UNIQUE KEY uq_declared_interests_form (form_id),
        KEY ix_declared_interests_staff (staff_id, removed_at),
        CONSTRAINT fk_declared_interests_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS declared_interests');
  }
}
