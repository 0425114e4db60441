import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is in a team. */
export class CreateTeamMembers1763640006090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS team_members (
        team_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        staff_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (team_id, staff_id),
        KEY ix_team_members_staff (staff_id),
        CONSTRAINT fk_team_members_team FOREIGN KEY (team_id) REFERENCES teams (id),
        CONSTRAINT fk_team_members_staff FOREIGN KEY (staff_id) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS team_members');
  }
}
