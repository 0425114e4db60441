import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEvidencePapers1763600000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS evidence_papers (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        position SMALLINT NOT NULL,
        kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        received_at DATETIME(3) NOT NULL,
        original_name VARCHAR(200) NOT NULL,
        content_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        bytes INT NOT NULL,
        sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        storage_name CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        wrapped_key VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        answers_request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        replaced_at DATETIME(3) NULL,
        UNIQUE KEY uq_evidence_papers_position (application_id, position),
        UNIQUE KEY uq_evidence_papers_storage (storage_name),
        UNIQUE KEY uq_evidence_papers_file (application_id, sha256),
        CONSTRAINT fk_evidence_papers_application FOREIGN KEY (application_id) REFERENCES applications (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS evidence_papers');
  }
}
