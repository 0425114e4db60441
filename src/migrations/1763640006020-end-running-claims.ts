import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims made before there was a lease end 20 minutes after they were made. */
export class EndRunningClaims1763640006020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE applications SET claimed_until = claimed_at + INTERVAL 20 MINUTE
        WHERE status = 'in_review' AND claimed_until IS NULL`,
    );
  }

  async down(): Promise<void> {
    // The column goes with the migration before.
  }
}
