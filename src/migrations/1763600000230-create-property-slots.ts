import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePropertySlots1763600000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS property_slots (
        uprn VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        position SMALLINT NOT NULL,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        taken_at DATETIME(3) NOT NULL,
        ends_at DATETIME(3) NULL,
        PRIMARY KEY (uprn, kind, position),
        UNIQUE KEY uq_property_slots_application (application_id, kind),
        CONSTRAINT fk_property_slots_property FOREIGN KEY (uprn) REFERENCES properties (uprn),
        CONSTRAINT fk_property_slots_application FOREIGN KEY (application_id) REFERENCES applications (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS property_slots');
  }
}
