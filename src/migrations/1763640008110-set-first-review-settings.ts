import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was set by the environment before: days to answer a review, and to look a second time. */
export class SetFirstReviewSettings1763640008110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT IGNORE INTO policy_settings (name, valid_from, value) VALUES
        ('review_answer_days', '2025-04-01', 28),
        ('second_look_days', '2025-04-01', 1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM policy_settings WHERE name IN ('review_answer_days', 'second_look_days')`,
    );
  }
}
