import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ENGLAND_AND_WALES_BANK_HOLIDAYS } from '../shared/bank-holidays.js';

/** The days known at the start; the council adds what is proclaimed later. */
export class SetFirstBankHolidays1763640008090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const days = ENGLAND_AND_WALES_BANK_HOLIDAYS;
    await runner.query(
      `INSERT IGNORE INTO bank_holidays (holiday_on, title, is_substitute)
       VALUES ${days.map(() => '(?, ?, ?)').join(', ')}`,
      days.flatMap(({ on, title, substitute }) => [on, title, substitute ? 1 : 0]),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM bank_holidays');
  }
}
