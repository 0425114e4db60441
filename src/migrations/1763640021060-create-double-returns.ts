import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money that went back twice, another way and by card after all: who closed it, and why. */
export class CreateDoubleReturns1763640021060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS double_returns (
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        command_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount_pence BIGINT NOT NULL,
        words VARCHAR(500) NOT NULL,
        closed_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        closed_at DATETIME(3) NOT NULL,
        UNIQUE KEY uq_double_returns_command (command_id),
        KEY ix_double_returns_application (application_id),
        CONSTRAINT ck_double_returns_amount CHECK (amount_pence > 0),
        CONSTRAINT fk_double_returns_command FOREIGN KEY (command_id) REFERENCES payment_commands (id),
        CONSTRAINT fk_double_returns_application
          FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_double_returns_staff FOREIGN KEY (closed_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS double_returns');
  }
}
