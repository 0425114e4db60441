import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLetters1763600000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS letters (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        channel VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        recipient VARCHAR(700) NOT NULL,
        subject VARCHAR(200) NULL,
        body TEXT NOT NULL,
        wording_version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        attempts SMALLINT NOT NULL,
        provider_id VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
        last_problem VARCHAR(300) NULL,
        written_at DATETIME(3) NOT NULL,
        sent_at DATETIME(3) NULL,
        settled_at DATETIME(3) NULL,
        KEY ix_letters_application (application_id, written_at),
        KEY ix_letters_state (state, written_at),
        CONSTRAINT fk_letters_application FOREIGN KEY (application_id) REFERENCES applications (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS letters');
  }
}
