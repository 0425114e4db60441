import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One command for each cause and kind; no two commands may claim the same refund. */
export class MakePaymentCommandsUnique1763640013070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await hasIndex(runner)) return;
    await runner.query(`
      ALTER TABLE payment_commands
        ADD UNIQUE KEY uq_payment_commands_cause (cause_id, kind),
        ADD UNIQUE KEY uq_payment_commands_reference (payment_id, provider_reference)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasIndex(runner))) return;
    await runner.query(`
      ALTER TABLE payment_commands
        ADD KEY ix_payment_commands_payment (payment_id),
        DROP KEY uq_payment_commands_reference,
        DROP KEY uq_payment_commands_cause`);
  }
}

async function hasIndex(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND table_name = 'payment_commands'
        AND index_name = 'uq_payment_commands_cause'`,
  );
  return rows.length > 0;
}
