import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How near the end of its hold an undecided payment came: one row for each stage, never altered. */
export class CreateHoldStages1763640015020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS hold_stages (
        payment_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        stage VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reached_at DATETIME(3) NOT NULL,
        PRIMARY KEY (payment_id, stage),
        KEY ix_hold_stages_application (application_id),
        CONSTRAINT fk_hold_stages_payment FOREIGN KEY (payment_id) REFERENCES payments (id),
        CONSTRAINT fk_hold_stages_application FOREIGN KEY (application_id) REFERENCES applications (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS hold_stages');
  }
}
