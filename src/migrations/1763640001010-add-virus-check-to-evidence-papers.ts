import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the virus check found, which way the files are bound, and the keyed mark by which the same
 * file is known again on another application.
 */
export class AddVirusCheckToEvidencePapers1763640001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE evidence_papers
        ADD COLUMN virus_check VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin
          NOT NULL DEFAULT 'not_scanned',
        ADD COLUMN virus_checked_at DATETIME(3) NULL,
        ADD COLUMN binding_version SMALLINT NOT NULL DEFAULT 1,
        ADD COLUMN content_mark CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD KEY ix_evidence_papers_virus_check (virus_check, received_at),
        ADD KEY ix_evidence_papers_mark (content_mark)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE evidence_papers
        DROP KEY ix_evidence_papers_mark,
        DROP KEY ix_evidence_papers_virus_check,
        DROP COLUMN content_mark,
        DROP COLUMN binding_version,
        DROP COLUMN virus_checked_at,
        DROP COLUMN virus_check`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'evidence_papers'
        AND column_name = 'virus_check'`,
  );
  return rows.length > 0;
}
