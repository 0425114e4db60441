import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases on hold are few among those that wait: the queue finds them without walking the others. */
export class AddOnHoldOrder1763640007070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD KEY IF NOT EXISTS, so a second run is recognised here.
    if (await hasIndex(runner)) return;
    await runner.query(
      'ALTER TABLE applications ADD KEY ix_applications_on_hold (status, on_hold_until)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasIndex(runner))) return;
    await runner.query('ALTER TABLE applications DROP KEY ix_applications_on_hold');
  }
}

async function hasIndex(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND table_name = 'applications'
        AND index_name = 'ix_applications_on_hold'`,
  );
  return rows.length > 0;
}
