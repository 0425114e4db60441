import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaffAccounts1763600000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS staff_accounts (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        email VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        display_name VARCHAR(120) NOT NULL,
        role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        created_at DATETIME(3) NOT NULL,
        password_changed_at DATETIME(3) NOT NULL,
        disabled_at DATETIME(3) NULL,
        UNIQUE KEY uq_staff_accounts_email (email)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS staff_accounts');
  }
}
