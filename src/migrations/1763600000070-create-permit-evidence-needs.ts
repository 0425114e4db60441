import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePermitEvidenceNeeds1763600000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS permit_evidence_needs (
        permit_type_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        need VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        valid_from DATE NOT NULL,
        valid_to DATE NULL,
        paper_kinds VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        display_order SMALLINT NOT NULL,
        PRIMARY KEY (permit_type_code, need, valid_from)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS permit_evidence_needs');
  }
}
