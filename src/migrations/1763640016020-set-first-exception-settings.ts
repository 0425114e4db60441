import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much who may approve of a refund exception, and how long a request waits. */
export class SetFirstExceptionSettings1763640016020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT IGNORE INTO policy_settings (name, valid_from, value) VALUES
        ('exception_officer_pounds', '2025-04-01', 0),
        ('exception_supervisor_pounds', '2025-04-01', 100),
        ('exception_wait_days', '2025-04-01', 20)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM policy_settings WHERE name IN
        ('exception_officer_pounds', 'exception_supervisor_pounds', 'exception_wait_days')`,
    );
  }
}
