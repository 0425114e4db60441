import { LEDGER_ACCOUNTS, type LedgerAccount } from '../../../src/ledger/ledger-terms.rules.js';
import type { FaultBench } from '../faults/fault-bench.js';

/** The ledger of one case: what was posted, and what stands to whose credit. */
export interface Books {
  journals: string[];
  credits: Partial<Record<LedgerAccount, number>>;
}

interface Line {
  journal: string;
  kind: string;
  debit: LedgerAccount;
  credit: LedgerAccount;
  pence: string;
}

export async function booksOf(
  { database }: Pick<FaultBench, 'database'>,
  applicationId: string,
): Promise<Books> {
  const lines = await database.rows<Line>(
    `SELECT j.id AS journal, j.kind, e.debit_account AS debit, e.credit_account AS credit,
            e.amount_pence AS pence
       FROM ledger_journals j JOIN ledger_entries e ON e.journal_id = j.id
      WHERE j.application_id = ?`,
    [applicationId],
  );
  const kinds = new Map(lines.map(({ journal, kind }) => [journal, kind]));
  const standing = LEDGER_ACCOUNTS.map((account) => {
    const side = (which: 'debit' | 'credit') =>
      lines
        .filter((line) => line[which] === account)
        .reduce((sum, { pence }) => sum + Number(pence), 0);
    return [account, side('credit') - side('debit')] as const;
  });
  return {
    journals: [...kinds.values()].sort(),
    credits: Object.fromEntries(standing.filter(([, pence]) => pence !== 0)),
  };
}
