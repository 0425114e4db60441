import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePermitPrices1763600000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS permit_prices (
        permit_type_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        vehicle_class VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        duration_months SMALLINT NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL,
        price_pence INT NULL,
        PRIMARY KEY (permit_type_code, vehicle_class, duration_months, valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS permit_prices');
  }
}
