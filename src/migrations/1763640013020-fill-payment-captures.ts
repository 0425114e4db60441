import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payments kept before: what was taken, and what was given back or is asked back already. */
export class FillPaymentCaptures1763640013020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE payments p
         SET p.captured_pence = GREATEST(p.amount_pence, p.refunded_pence),
             p.captured_at = COALESCE(p.state_read_at, p.created_at),
             p.returns_promised_pence = CASE
               WHEN EXISTS (SELECT 1 FROM payment_commands c
                             WHERE c.payment_id = p.id AND c.kind = 'release')
               THEN GREATEST(p.amount_pence, p.refunded_pence) ELSE p.refunded_pence END
       WHERE p.captured_pence = 0 AND p.state = 'success'`);
  }

  async down(): Promise<void> {
    // The columns go with the migration before this one.
  }
}
