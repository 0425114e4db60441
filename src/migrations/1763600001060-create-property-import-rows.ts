import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a file of properties stands while it is compared with what is recorded; empty otherwise. */
export class CreatePropertyImportRows1763600001060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS property_import_rows (
        import_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        line INT NOT NULL,
        is_valid TINYINT(1) NOT NULL,
        uprn VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        address VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        town VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        postcode VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        zone_code VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
        valid_from DATE NULL,
        valid_to DATE NULL,
        PRIMARY KEY (import_id, uprn, line),
        KEY ix_property_import_rows_line (import_id, line)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS property_import_rows');
  }
}
