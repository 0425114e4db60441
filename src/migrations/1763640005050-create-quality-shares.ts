import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many decisions in a hundred are looked at twice, by permit type, from a day on. */
export class CreateQualityShares1763640005050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS quality_shares (
        permit_type_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        valid_from DATE NOT NULL,
        percent SMALLINT NOT NULL,
        set_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        set_at DATETIME(3) NOT NULL,
        PRIMARY KEY (permit_type_code, valid_from),
        CONSTRAINT ck_quality_shares_percent CHECK (percent BETWEEN 0 AND 100),
        CONSTRAINT fk_quality_shares_staff FOREIGN KEY (set_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS quality_shares');
  }
}
