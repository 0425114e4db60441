import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What staff attach to a request about a case is no evidence: it is nothing here, so that the unique key
 * of files leaves it aside, and the same file may still come as evidence.
 */
export class TellEvidenceFromAttachments1763640021010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence_papers ADD COLUMN IF NOT EXISTS is_evidence TINYINT
        GENERATED ALWAYS AS (CASE WHEN kind = 'refund_exception_paper' THEN NULL ELSE 1 END) STORED`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evidence_papers DROP COLUMN IF EXISTS is_evidence');
  }
}
