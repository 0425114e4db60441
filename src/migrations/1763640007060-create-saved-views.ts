import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters and order of the queue that somebody keeps under a name. No resident's words are in one. */
export class CreateSavedViews1763640007060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS saved_views (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name VARCHAR(60) NOT NULL,
        query VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        is_shared TINYINT(1) NOT NULL,
        is_first TINYINT(1) NOT NULL,
        saved_at DATETIME(3) NOT NULL,
        UNIQUE KEY uq_saved_views_name (staff_id, name),
        KEY ix_saved_views_shared (is_shared),
        CONSTRAINT fk_saved_views_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS saved_views');
  }
}
