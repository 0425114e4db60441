import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a payment hold is escalated and taken, and how long a resident has to pay again (R-PAY-1). */
export class SetFirstHoldSettings1763640015010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT IGNORE INTO policy_settings (name, valid_from, value) VALUES
        ('hold_first_hours', '2025-04-01', 72),
        ('hold_second_hours', '2025-04-01', 96),
        ('hold_capture_hours', '2025-04-01', 108),
        ('pay_again_days', '2025-04-01', 14)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM policy_settings WHERE name IN
         ('hold_first_hours', 'hold_second_hours', 'hold_capture_hours', 'pay_again_days')`,
    );
  }
}
