import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money given back by another way than the card, by whom and why: one row for a command (R-PAY-4). */
export class CreateReturnsAnotherWay1763640017030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS returns_another_way (
        command_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount_pence BIGINT NOT NULL,
        reference VARCHAR(60) NOT NULL,
        reason VARCHAR(500) NOT NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        settled_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        settled_at DATETIME(3) NOT NULL,
        KEY ix_returns_another_way_application (application_id),
        CONSTRAINT ck_returns_another_way_amount CHECK (amount_pence > 0),
        CONSTRAINT fk_returns_another_way_command
          FOREIGN KEY (command_id) REFERENCES payment_commands (id),
        CONSTRAINT fk_returns_another_way_application
          FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_returns_another_way_staff
          FOREIGN KEY (settled_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS returns_another_way');
  }
}
