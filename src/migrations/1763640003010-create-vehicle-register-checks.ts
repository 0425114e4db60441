import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVehicleRegisterChecks1763640003010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS vehicle_register_checks (
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        registration VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        ask_number INT NOT NULL,
        state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        because VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
        fresh_since DATETIME(3) NOT NULL,
        asked_at DATETIME(3) NOT NULL,
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        tries SMALLINT NOT NULL,
        try_again_at DATETIME(3) NULL,
        answered_at DATETIME(3) NULL,
        facts TEXT NULL,
        KEY ix_vehicle_register_checks_answer (registration, answered_at),
        KEY ix_vehicle_register_checks_age (asked_at),
        CONSTRAINT fk_vehicle_register_checks_application
          FOREIGN KEY (application_id) REFERENCES applications (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS vehicle_register_checks');
  }
}
