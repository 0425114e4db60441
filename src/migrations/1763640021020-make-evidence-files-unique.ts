import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same file comes once as evidence of a case; what staff attach to requests is left aside.
 */
export class MakeEvidenceFilesUnique1763640021020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence_papers
        DROP KEY IF EXISTS uq_evidence_papers_file,
        ADD UNIQUE KEY IF NOT EXISTS uq_evidence_papers_evidence (application_id, sha256, is_evidence)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence_papers
        DROP KEY IF EXISTS uq_evidence_papers_evidence,
        ADD UNIQUE KEY IF NOT EXISTS uq_evidence_papers_file (application_id, sha256)`);
  }
}
