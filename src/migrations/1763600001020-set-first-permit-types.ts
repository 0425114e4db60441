import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first policy; which lines are proposed defaults is said in docs/policy.md. */
export class SetFirstPermitTypes1763600001020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT IGNORE INTO permit_types
        (code, valid_from, name, grants_permit, vehicle_change, counts_toward_property_cap,
         shares_free_slot, needs_health_proof, target_working_days, display_order)
      VALUES
        ('resident', '2025-04-01', 'Resident', 1, 'request_review', 1, 0, 0, 5, 10),
        ('disabled_resident', '2025-04-01', 'Disabled resident', 1, 'request_review', 1, 1, 1, 5, 20),
        ('motorcycle', '2025-04-01', 'Motorcycle', 1, 'request_review', 1, 0, 0, 5, 30),
        ('temporary_resident', '2025-04-01', 'Temporary resident', 1, 'request_review', 1, 0, 0, 5, 40),
        ('essential_carer', '2025-04-01', 'Essential carer', 1, 'immediate', 0, 1, 1, 5, 50),
        ('business', '2025-04-01', 'Business', 1, 'request_review', 1, 0, 0, 5, 60),
        ('vehicle_change_request', '2025-04-01', 'Vehicle Change Request', 0, 'not_allowed', 0, 0, 0, 5, 70)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM permit_types WHERE valid_from = '2025-04-01'`);
  }
}
