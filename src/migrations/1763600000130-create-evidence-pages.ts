import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEvidencePages1763600000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS evidence_pages (
        paper_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        page_number SMALLINT NOT NULL,
        content_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        width INT NOT NULL,
        height INT NOT NULL,
        bytes INT NOT NULL,
        sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        storage_name CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        wrapped_key VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (paper_id, page_number),
        UNIQUE KEY uq_evidence_pages_storage (storage_name),
        CONSTRAINT fk_evidence_pages_paper FOREIGN KEY (paper_id) REFERENCES evidence_papers (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS evidence_pages');
  }
}
