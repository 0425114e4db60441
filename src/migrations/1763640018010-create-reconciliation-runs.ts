import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReconciliationRuns1763640018010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS reconciliation_runs (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        from_on DATE NOT NULL,
        to_on DATE NOT NULL,
        asked_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        is_daily TINYINT NULL,
        step VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        next_page INT NOT NULL,
        rounds SMALLINT NOT NULL,
        provider_total INT NULL,
        missing_after CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        matched INT NOT NULL,
        caught_up INT NOT NULL,
        problem VARCHAR(300) NULL,
        started_at DATETIME(3) NOT NULL,
        ended_at DATETIME(3) NULL,
        UNIQUE KEY uq_reconciliation_runs_daily (from_on, to_on, is_daily),
        KEY ix_reconciliation_runs_started (started_at),
        CONSTRAINT ck_reconciliation_runs_period CHECK (from_on <= to_on),
        CONSTRAINT ck_reconciliation_runs_daily CHECK (COALESCE(is_daily, 0) = (asked_by IS NULL)),
        CONSTRAINT fk_reconciliation_runs_asked_by FOREIGN KEY (asked_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS reconciliation_runs');
  }
}
