import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until now every command came of a decision; a release of money taken returned what was taken. */
export class FillPaymentCommandCauses1763640013060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE payment_commands c JOIN payments p ON p.id = c.payment_id
         SET c.cause_id = c.decision_id,
             c.returns_pence = CASE
               WHEN c.kind = 'release' AND p.state = 'success' THEN p.captured_pence END
       WHERE c.cause_id IS NULL`);
  }

  async down(): Promise<void> {
    // The columns go with the migration before this one.
  }
}
