import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which files went to whom; and a link that opened its file once opens it no more. */
export class CreateEvidenceDeliveries1763640002010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS evidence_deliveries (
        link_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        paper_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        page_number SMALLINT NOT NULL,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        delivered_at DATETIME(3) NOT NULL,
        KEY ix_evidence_deliveries_paper (paper_id, delivered_at),
        KEY ix_evidence_deliveries_staff (staff_id, delivered_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS evidence_deliveries');
  }
}
