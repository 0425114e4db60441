import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one account comes to is asked whenever the refunds board is opened: read from an index alone. */
export class IndexLedgerAccounts1763640017050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await hasIndex(runner)) return;
    await runner.query(`
      ALTER TABLE ledger_entries
        ADD KEY ix_ledger_entries_debit (debit_account, amount_pence),
        ADD KEY ix_ledger_entries_credit (credit_account, amount_pence)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasIndex(runner))) return;
    await runner.query(`
      ALTER TABLE ledger_entries
        DROP KEY ix_ledger_entries_credit,
        DROP KEY ix_ledger_entries_debit`);
  }
}

async function hasIndex(runner: QueryRunner): Promise<boolean> {
  const rows: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND table_name = 'ledger_entries'
        AND index_name = 'ix_ledger_entries_debit'`,
  );
  return rows.length > 0;
}
