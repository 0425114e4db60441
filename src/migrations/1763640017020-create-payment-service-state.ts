import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when the payment service does not answer; one row, none before it ever failed to. */
export class CreatePaymentServiceState1763640017020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS payment_service_state (
        id TINYINT NOT NULL PRIMARY KEY,
        away_since DATETIME(3) NULL,
        problem VARCHAR(300) NULL
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS payment_service_state');
  }
}
