import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A comparison with the payment service asks for the payments of some days. */
export class AddPaymentsCreated1763640018060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD KEY IF NOT EXISTS, so a second run is recognised here.
    if (await hasIndex(runner)) return;
    await runner.query('ALTER TABLE payments ADD KEY ix_payments_created (created_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasIndex(runner))) return;
    await runner.query('ALTER TABLE payments DROP KEY ix_payments_created');
  }
}

async function hasIndex(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND table_name = 'payments'
        AND index_name = 'ix_payments_created'`,
  );
  return rows.length > 0;
}
