import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePermitTypes1763600000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS permit_types (
        code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL,
        name VARCHAR(80) NOT NULL,
        grants_permit TINYINT(1) NOT NULL,
        vehicle_change VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        counts_toward_property_cap TINYINT(1) NOT NULL,
        shares_free_slot TINYINT(1) NOT NULL,
        needs_health_proof TINYINT(1) NOT NULL,
        target_working_days SMALLINT NOT NULL,
        display_order SMALLINT NOT NULL,
        PRIMARY KEY (code, valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS permit_types');
  }
}
