import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTimelineEvents1763600000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS timeline_events (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        application_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        happened_at DATETIME(3) NOT NULL,
        actor_kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        actor_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        payload TEXT NOT NULL,
        KEY ix_timeline_events_application (application_id, happened_at, id),
        KEY ix_timeline_events_actor (actor_id, happened_at),
        CONSTRAINT fk_timeline_events_application FOREIGN KEY (application_id) REFERENCES applications (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS timeline_events');
  }
}
