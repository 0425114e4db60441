import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePermits1763600000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS permits (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        reference VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        permit_type_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        uprn VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        holder_name VARCHAR(200) NOT NULL,
        starts_at DATETIME(3) NOT NULL,
        ends_at DATETIME(3) NOT NULL,
        price_pence INT NOT NULL,
        concerns_permit_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ended_early_at DATETIME(3) NULL,
        recorded_at DATETIME(3) NOT NULL,
        UNIQUE KEY uq_permits_reference (reference),
        UNIQUE KEY uq_permits_application (application_id),
        KEY ix_permits_property (uprn, ends_at),
        CONSTRAINT ck_permits_term CHECK (ends_at > starts_at),
        CONSTRAINT fk_permits_application FOREIGN KEY (application_id) REFERENCES applications (id),
        CONSTRAINT fk_permits_property FOREIGN KEY (uprn) REFERENCES properties (uprn)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS permits');
  }
}
