import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a note tells something, and when they saw it. */
export class CreateNoteMentions1763640006040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS note_mentions (
        note_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        told_at DATETIME(3) NOT NULL,
        seen_at DATETIME(3) NULL,
        PRIMARY KEY (note_id, staff_id),
        KEY ix_note_mentions_staff (staff_id, seen_at, told_at),
        CONSTRAINT fk_note_mentions_note FOREIGN KEY (note_id) REFERENCES case_notes (id),
        CONSTRAINT fk_note_mentions_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS note_mentions');
  }
}
