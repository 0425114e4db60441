import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBankHolidays1763640008080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS bank_holidays (
        holiday_on DATE NOT NULL PRIMARY KEY,
        title VARCHAR(100) NOT NULL,
        is_substitute TINYINT NOT NULL
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS bank_holidays');
  }
}
