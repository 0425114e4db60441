import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each time parts of a page were blacked out. The page as it arrived is rendition 1; the picture that
 * `evidence_pages` names is the newest one, and the keys of all before it are gone.
 */
export class CreateEvidenceRedactions1763640002020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS evidence_redactions (
        form_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        paper_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        page_number SMALLINT NOT NULL,
        rendition SMALLINT NOT NULL,
        boxes TEXT NOT NULL,
        reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        redacted_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        redacted_at DATETIME(3) NOT NULL,
        UNIQUE KEY uq_evidence_redactions_rendition (paper_id, page_number, rendition),
        CONSTRAINT fk_evidence_redactions_paper FOREIGN KEY (paper_id) REFERENCES evidence_papers (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS evidence_redactions');
  }
}
