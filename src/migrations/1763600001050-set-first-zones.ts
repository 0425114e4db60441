import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A starting set to be replaced by the council's own. Only that Loughborough zone 7 and zones 42
 * and 43 of Oadby and Wigston allow no visitors is published (R-ZONE-2); see docs/policy.md.
 */
export class SetFirstZones1763600001050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT IGNORE INTO zones
        (code, valid_from, name, town, kind, hours, property_cap, visitors_allowed)
      VALUES
        ('Z1', '2025-04-01', 'Loughborough north', 'Loughborough', 'residents_preferential',
         'Monday to Saturday, 8am to 6pm; others may wait 1 hour', 2, 1),
        ('Z3', '2025-04-01', 'Loughborough east', 'Loughborough', 'residents_preferential',
         'Monday to Saturday, 8am to 6pm; others may wait 30 minutes', 2, 1),
        ('Z5', '2025-04-01', 'Loughborough west', 'Loughborough', 'residents_only',
         'At all times', 2, 1),
        ('Z7', '2025-04-01', 'Loughborough centre', 'Loughborough', 'residents_only',
         'Monday to Friday, 9am to 5pm', 2, 0),
        ('Z12', '2025-04-01', 'Melton Mowbray centre', 'Melton Mowbray', 'residents_preferential',
         'Monday to Saturday, 8am to 6pm; others may wait 2 hours', 2, 1),
        ('Z14', '2025-04-01', 'Melton Mowbray south', 'Melton Mowbray', 'residents_only',
         'Monday to Friday, 8am to 6pm', 2, 1),
        ('Z21', '2025-04-01', 'Market Harborough centre', 'Market Harborough', 'residents_preferential',
         'Monday to Saturday, 8am to 6pm; others may wait 1 hour', 2, 1),
        ('Z23', '2025-04-01', 'Market Harborough station', 'Market Harborough', 'workplace',
         'Monday to Friday, 8am to 6pm', 2, 1),
        ('Z42', '2025-04-01', 'Oadby', 'Oadby', 'residents_only',
         'Monday to Friday, 8am to 6pm', 2, 0),
        ('Z43', '2025-04-01', 'Wigston', 'Wigston', 'residents_only',
         'Monday to Friday, 8am to 6pm', 2, 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM zones WHERE valid_from = '2025-04-01'`);
  }
}
