import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The prices of 1 April 2025 in pence; NULL is a blank, which blocks the sale (docs/policy.md). */
export class SetFirstPermitPrices1763600001030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT IGNORE INTO permit_prices
        (permit_type_code, vehicle_class, duration_months, valid_from, price_pence)
      VALUES
        ('resident', 'car', 12, '2025-04-01', 5500),
        ('disabled_resident', 'car', 12, '2025-04-01', 5500),
        ('disabled_resident', 'motorcycle', 12, '2025-04-01', 2750),
        ('motorcycle', 'motorcycle', 12, '2025-04-01', 2750),
        ('temporary_resident', 'car', 6, '2025-04-01', 2750),
        ('temporary_resident', 'car', 12, '2025-04-01', 5500),
        ('temporary_resident', 'motorcycle', 12, '2025-04-01', 2750),
        ('essential_carer', 'car', 12, '2025-04-01', NULL),
        ('essential_carer', 'motorcycle', 12, '2025-04-01', NULL),
        ('business', 'car', 6, '2025-04-01', 2750),
        ('business', 'car', 12, '2025-04-01', 5500),
        ('business', 'motorcycle', 12, '2025-04-01', 2750),
        ('vehicle_change_request', 'car', 0, '2025-04-01', NULL),
        ('vehicle_change_request', 'motorcycle', 0, '2025-04-01', NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM permit_prices WHERE valid_from = '2025-04-01'`);
  }
}
