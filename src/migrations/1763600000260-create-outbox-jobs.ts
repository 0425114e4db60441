import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutboxJobs1763600000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS outbox_jobs (
        id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
        message_type VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        job VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        attempts SMALLINT NOT NULL,
        due_at DATETIME(3) NOT NULL,
        queued_until DATETIME(3) NULL,
        lease_until DATETIME(3) NULL,
        last_problem VARCHAR(300) NULL,
        created_at DATETIME(3) NOT NULL,
        finished_at DATETIME(3) NULL,
        KEY ix_outbox_jobs_due (state, due_at),
        KEY ix_outbox_jobs_subject (subject_id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS outbox_jobs');
  }
}
