import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePolicySettings1763640008060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS policy_settings (
        name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        valid_from DATE NOT NULL,
        value INT NOT NULL,
        PRIMARY KEY (name, valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS policy_settings');
  }
}
