import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePolicyStamp1763640008010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS policy_stamp (
        id TINYINT NOT NULL PRIMARY KEY,
        stamp CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS policy_stamp');
  }
}
