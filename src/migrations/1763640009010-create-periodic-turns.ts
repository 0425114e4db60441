import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose turn it is to do what comes round by the clock, and when it is due again. */
export class CreatePeriodicTurns1763640009010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS periodic_turns (
        task VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        due_at DATETIME(3) NOT NULL,
        holder CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        lease_until DATETIME(3) NULL,
        ended_at DATETIME(3) NULL,
        last_problem VARCHAR(300) NULL,
        PRIMARY KEY (task)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS periodic_turns');
  }
}
