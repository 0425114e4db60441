import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a case is found by. Follows from the case itself, so it goes when the case goes. */
export class CreateSearchTerms1763640007010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS search_terms (
        kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        term VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        written VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NULL,
        PRIMARY KEY (kind, term, application_id),
        KEY ix_search_terms_application (application_id, kind, term),
        CONSTRAINT fk_search_terms_application FOREIGN KEY (application_id)
          REFERENCES applications (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS search_terms');
  }
}
