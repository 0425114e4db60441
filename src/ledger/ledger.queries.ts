import { instant } from '../platform/database/lists.js';
import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import {
  type JournalKind,
  LEDGER_ACCOUNTS,
  type LedgerAccount,
  type PostedJournal,
} from './ledger-terms.rules.js';

type About = { paymentId: string } | { applicationId: string };

interface Line extends Omit<PostedJournal, 'entries' | 'kind'> {
  kind: JournalKind;
  debit: LedgerAccount;
  credit: LedgerAccount;
  pence: string | number;
}

/** The journals of one payment, or of all payments of an application, as they were posted. */
export async function ledgerOf(reader: Reader, about: About): Promise<PostedJournal[]> {
  const [column, id] =
    'paymentId' in about
      ? ['payment_id', about.paymentId]
      : ['application_id', about.applicationId];
  const lines = await readList<Line>(reader, {
    columns: {
      ...{ id: 'j.id', paymentId: 'j.payment_id', applicationId: 'j.application_id' },
      ...{ kind: 'j.kind', effectKey: 'j.effect_key', reversesId: 'j.reverses_id' },
      ...{ commandId: 'j.command_id', occurredAt: instant('j.occurred_at') },
      ...{ recordedAt: instant('j.recorded_at'), note: 'j.note', debit: 'e.debit_account' },
      ...{ credit: 'e.credit_account', pence: 'e.amount_pence' },
    },
    from: `ledger_journals j JOIN ledger_entries e ON e.journal_id = j.id WHERE j.${column} = ?`,
    values: [id],
    order: 'j.recorded_at, j.id, e.line',
  });
  return gather(lines);
}

function gather(lines: readonly Line[]): PostedJournal[] {
  const journals = new Map<
    string,
    PostedJournal & { entries: PostedJournal['entries'][number][] }
  >();
  for (const { debit, credit, pence, ...journal } of lines) {
    const known = journals.get(journal.id) ?? { ...journal, entries: [] };
    known.entries.push({ debit, credit, pence: Number(pence) });
    journals.set(journal.id, known);
  }
  return [...journals.values()];
}

export type Balances = Readonly<Record<LedgerAccount, Pence>>;

/**
 * Debits less credits of every account. Together they are nothing, always: each transfer names both
 * of its sides.
 */
export async function balances(reader: Reader): Promise<Balances> {
  const rows: { account: LedgerAccount; pence: string }[] = await reader.query(
    `SELECT account, SUM(pence) AS pence FROM (
       SELECT debit_account AS account, SUM(amount_pence) AS pence
         FROM ledger_entries GROUP BY debit_account
       UNION ALL
       SELECT credit_account, -SUM(amount_pence) FROM ledger_entries GROUP BY credit_account
     ) AS sides GROUP BY account`,
  );
  const found = new Map(rows.map(({ account, pence }) => [account, Number(pence)]));
  return Object.fromEntries(
    LEDGER_ACCOUNTS.map((account) => [account, found.get(account) ?? 0]),
  ) as Record<LedgerAccount, Pence>;
}
