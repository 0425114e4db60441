import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A review gives money back by the decision that follows it, and by nothing of its own (R-REF-1). */
export class DropGroundOfReturns1763640021070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment_commands
        DROP CONSTRAINT IF EXISTS ck_payment_commands_ground,
        ADD CONSTRAINT ck_payment_commands_ground CHECK (
          kind = 'capture'
          OR (kind = 'release' AND cause_kind IN ('decision', 'payment_again'))
          OR (kind = 'refund' AND cause_kind = 'exception'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment_commands
        DROP CONSTRAINT IF EXISTS ck_payment_commands_ground,
        ADD CONSTRAINT ck_payment_commands_ground CHECK (
          kind = 'capture'
          OR (kind = 'release' AND cause_kind IN ('decision', 'review', 'payment_again'))
          OR (kind = 'refund' AND cause_kind = 'exception'))`);
  }
}
