import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the payment service last said that it does not know a payment (404). */
export class AddPaymentsNotFound1763640021050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE payments ADD COLUMN IF NOT EXISTS not_found_at DATETIME(3) NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payments DROP COLUMN IF EXISTS not_found_at');
  }
}
