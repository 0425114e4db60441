import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The queue in every order and with every usual filter, read from an index that is in that order:
 * a page costs the same whether a hundred cases stand behind it or a million. `zone_order` puts Z2
 * before Z12 and cases in no zone last.
 */
export class AddQueueOrders1763640007050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS, so a second run is recognised here.
    if (await hasColumn(runner)) return;
    await runner.query(`
      ALTER TABLE applications
        ADD COLUMN zone_order VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin
          GENERATED ALWAYS AS (COALESCE(LPAD(zone_code, 10, ' '), '~~~~~~~~~~')) STORED,
        ADD KEY ix_applications_by_hold (status, hold_order_at, received_at, id),
        ADD KEY ix_applications_by_received (status, received_at, id),
        ADD KEY ix_applications_by_type (status, permit_type_code, received_at, id),
        ADD KEY ix_applications_by_zone (status, zone_order, received_at, id),
        ADD KEY ix_applications_type_hold (status, permit_type_code, hold_order_at, received_at, id),
        ADD KEY ix_applications_zone_hold (status, zone_order, hold_order_at, received_at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasColumn(runner))) return;
    await runner.query(`
      ALTER TABLE applications
        DROP KEY ix_applications_zone_hold,
        DROP KEY ix_applications_type_hold,
        DROP KEY ix_applications_by_zone,
        DROP KEY ix_applications_by_type,
        DROP KEY ix_applications_by_received,
        DROP KEY ix_applications_by_hold,
        DROP COLUMN zone_order`);
  }
}

async function hasColumn(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'applications' AND column_name = 'zone_order'`,
  );
  return rows.length > 0;
}
