import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Money moves for other causes than a decision, too: a hold that would lapse, an exception. One
 * command for each cause and kind. `returns_pence` is what a command gives back of money taken, once
 * that is known; `refunds_before` are the refunds the provider had before this one was asked for.
 */
export class AddPaymentCommandCauses1763640013050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE payment_commands
        MODIFY COLUMN decision_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD COLUMN cause_kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin
          NOT NULL DEFAULT 'decision',
        ADD COLUMN cause_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD COLUMN returns_pence BIGINT NULL,
        ADD COLUMN refunds_before TEXT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE payment_commands
        DROP COLUMN refunds_before,
        DROP COLUMN returns_pence,
        DROP COLUMN cause_id,
        DROP COLUMN cause_kind,
        MODIFY COLUMN decision_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'payment_commands'
        AND column_name = 'cause_id'`,
  );
  return rows.length > 0;
}
