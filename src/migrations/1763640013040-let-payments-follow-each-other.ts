import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One current payment of an application, and any number that it replaced. */
export class LetPaymentsFollowEachOther1763640013040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await hasIndex(runner)) return;
    await runner.query(`
      ALTER TABLE payments
        ADD UNIQUE KEY uq_payments_current (application_id, is_current),
        DROP KEY uq_payments_application`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasIndex(runner))) return;
    await runner.query(`
      ALTER TABLE payments
        ADD UNIQUE KEY uq_payments_application (application_id),
        DROP KEY uq_payments_current`);
  }
}

async function hasIndex(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND table_name = 'payments'
        AND index_name = 'uq_payments_current'`,
  );
  return rows.length > 0;
}
