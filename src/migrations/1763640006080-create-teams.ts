import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A team of staff: the permit types and the zones it works on, codes between blanks; none means all. */
export class CreateTeams1763640006080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS teams (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        name VARCHAR(80) NOT NULL,
        version INT NOT NULL,
        permit_types VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        zones VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        changed_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        changed_at DATETIME(3) NOT NULL,
        UNIQUE KEY uq_teams_name (name),
        CONSTRAINT fk_teams_changed FOREIGN KEY (changed_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS teams');
  }
}
