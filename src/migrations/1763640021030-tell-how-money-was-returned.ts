import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How and on which day money was given back another way; nothing of what came before is known. */
export class TellHowMoneyWasReturned1763640021030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE returns_another_way
        ADD COLUMN IF NOT EXISTS way VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD COLUMN IF NOT EXISTS paid_on DATE NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE returns_another_way DROP COLUMN IF EXISTS way, DROP COLUMN IF EXISTS paid_on',
    );
  }
}
