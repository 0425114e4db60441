import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long the resident's link to the page of an application works. */
export class SetFirstStatusLinkDays1763640021080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT IGNORE INTO policy_settings (name, valid_from, value) VALUES
        ('status_link_days', '2025-04-01', 365)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM policy_settings WHERE name = 'status_link_days'`);
  }
}
