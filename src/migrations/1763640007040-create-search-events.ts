import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who searched, when, for what kind of thing and how much was found; never the words. Only added to. */
export class CreateSearchEvents1763640007040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS search_events (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        searched_at DATETIME(3) NOT NULL,
        kinds VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        results INT NOT NULL,
        is_more TINYINT(1) NOT NULL,
        KEY ix_search_events_staff (staff_id, searched_at),
        CONSTRAINT fk_search_events_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS search_events');
  }
}
