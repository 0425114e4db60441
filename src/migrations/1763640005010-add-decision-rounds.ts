import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One decision an application and round (R-ST-3), and the draw that says whether somebody looks a
 * second time. A program of before, which knows no rounds, can still only write the first.
 */
export class AddDecisionRounds1763640005010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE decisions
        ADD COLUMN round SMALLINT NOT NULL DEFAULT 1,
        ADD COLUMN sample_draw SMALLINT NULL,
        ADD COLUMN sample_percent SMALLINT NULL,
        ADD UNIQUE KEY uq_decisions_round (application_id, round),
        DROP KEY uq_decisions_application`);
  }

  /** Refused by the key when a case was decided twice: nothing that was decided is thrown away. */
  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE decisions
        ADD UNIQUE KEY uq_decisions_application (application_id),
        DROP KEY uq_decisions_round,
        DROP COLUMN sample_percent,
        DROP COLUMN sample_draw,
        DROP COLUMN round`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'decisions' AND column_name = 'round'`,
  );
  return rows.length > 0;
}
