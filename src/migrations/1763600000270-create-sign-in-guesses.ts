import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSignInGuesses1763600000270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS sign_in_guesses (
        bucket_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        guesses INT NOT NULL,
        last_guess_at DATETIME(3) NOT NULL,
        wait_until DATETIME(3) NULL,
        KEY ix_sign_in_guesses_last (last_guess_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS sign_in_guesses');
  }
}
