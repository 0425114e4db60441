import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Never more may be promised back than was taken: the database says so, whoever asks. The bound of
 * `refunded_pence` by the declared amount goes, for the provider's amount may be another one.
 */
export class BoundPaymentReturns1763640013030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await hasCheck(runner, 'ck_payments_returns')) return;
    await runner.query(`
      ALTER TABLE payments
        DROP CONSTRAINT ck_payments_refunded,
        ADD CONSTRAINT ck_payments_captured CHECK (captured_pence >= 0),
        ADD CONSTRAINT ck_payments_returns
          CHECK (returns_promised_pence BETWEEN 0 AND captured_pence)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasCheck(runner, 'ck_payments_returns'))) return;
    await runner.query(`
      ALTER TABLE payments
        DROP CONSTRAINT ck_payments_returns,
        DROP CONSTRAINT ck_payments_captured,
        ADD CONSTRAINT ck_payments_refunded CHECK (refunded_pence BETWEEN 0 AND amount_pence)`);
  }
}

async function hasCheck(runner: QueryRunner, name: string): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.table_constraints
      WHERE constraint_schema = DATABASE() AND table_name = 'payments' AND constraint_name = ?`,
    [name],
  );
  return rows.length > 0;
}
