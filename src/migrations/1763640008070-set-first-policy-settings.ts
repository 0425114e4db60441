import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SetFirstPolicySettings1763640008070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT IGNORE INTO policy_settings (name, valid_from, value) VALUES
        ('answer_usual_days', '2025-04-01', 10),
        ('answer_fewest_days', '2025-04-01', 5),
        ('answer_most_days', '2025-04-01', 30),
        ('answer_remind_days', '2025-04-01', 3),
        ('answer_grace_days', '2025-04-01', 14),
        ('hold_most_days', '2025-04-01', 14)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM policy_settings');
  }
}
