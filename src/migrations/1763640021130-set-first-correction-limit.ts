import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to how much one person corrects the ledger alone. */
export class SetFirstCorrectionLimit1763640021130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT IGNORE INTO policy_settings (name, valid_from, value) VALUES
        ('correction_alone_pounds', '2025-04-01', 10)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM policy_settings WHERE name = 'correction_alone_pounds'");
  }
}
