import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What gives money back, and nothing else does (R-REF-1, R-CAN-2): a decision or its review; a payment
 * that another one had replaced; an exception that two people signed. A permit that ends is no ground.
 */
export class NameGroundsOfReturns1763640016040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await hasCheck(runner)) return;
    await runner.query(`
      ALTER TABLE payment_commands
        ADD CONSTRAINT ck_payment_commands_ground CHECK (
          kind = 'capture'
          OR (kind = 'release' AND cause_kind IN ('decision', 'review', 'payment_again'))
          OR (kind = 'refund' AND cause_kind = 'exception'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasCheck(runner))) return;
    await runner.query('ALTER TABLE payment_commands DROP CONSTRAINT ck_payment_commands_ground');
  }
}

async function hasCheck(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.table_constraints
      WHERE constraint_schema = DATABASE() AND table_name = 'payment_commands'
        AND constraint_name = 'ck_payment_commands_ground'`,
  );
  return rows.length > 0;
}
