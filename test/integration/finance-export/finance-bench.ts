import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import {
  effectKeys,
  type JournalKind,
  type LedgerAccount,
} from '../../../src/ledger/ledger-terms.rules.js';
import { postJournals } from '../../../src/ledger/ledger.store.js';
import { FINANCE_KINDS } from '../../../src/finance-export/finance-lines.rules.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { renewStamp } from '../../../src/policy/policy-stamp.store.js';
import type { Fields, TestBrowser } from '../../support/test-browser.js';
import { type MoneyBench, startMoneyBench } from '../money/money-bench.js';

export type Posting = [JournalKind, LedgerAccount, LedgerAccount, pence: number, at: string];

export interface FinanceBench extends MoneyBench {
  /** Journals of one paid case, as they are posted, one after the other. */
  post(postings: readonly Posting[]): Promise<{ reference: string }>;
  /** Takes a file of October and November 2026 with everything in it, unless said otherwise. */
  take(browser: TestBrowser, differs?: Fields): ReturnType<TestBrowser['post']>;
}

export const EVERYTHING: Fields = {
  ...{ 'from[day]': '1', 'from[month]': '7', 'from[year]': '2026' },
  ...{ 'to[day]': '20', 'to[month]': '11', 'to[year]': '2026' },
  ...{ kinds: [...FINANCE_KINDS], permitType: '', zone: '', grouping: 'lines', format: 'csv' },
  reason: 'For the end of the month',
};

/** A case of each kind of movement, and texts of the council's that look like formulas. */
export async function startFinanceBench(): Promise<FinanceBench> {
  const bench = await startMoneyBench();
  const unitOfWork = bench.desk.app.get(UnitOfWork);
  await unitOfWork.run(async (tx) => {
    await tx.query(`UPDATE zones SET name = '=HYPERLINK("https://example.org")' WHERE code = 'T2'`);
    await tx.query("UPDATE permit_types SET name = '@SUM(A1), \"x\"' WHERE code = 'resident'");
    await renewStamp(tx);
  });
  const post = async (postings: readonly Posting[]) => {
    const { id, reference } = await bench.paidCase(null);
    const [payment] = await bench.query<{ id: string }>(
      'SELECT id FROM payments WHERE application_id = ?',
      [id],
    );
    const paymentId = payment?.id ?? '';
    await unitOfWork.run(async (tx) => {
      for (const [kind, debit, credit, pence, at] of postings) {
        const journal = {
          ...{
            paymentId,
            applicationId: id,
            kind,
            effectKey: effectKeys.differenceClosed(newId()),
          },
          ...{ reverses: null, commandId: null, occurredAt: new Date(at), note: null },
          entries: [{ debit, credit, pence }],
        };
        await postJournals(tx, [journal], new Date(at));
      }
    });
    return { reference };
  };
  const take = (browser: TestBrowser, differs: Fields = {}) =>
    browser.post('/finance-exports', { ...EVERYTHING, ...differs });
  return Object.assign(bench, { post, take });
}

/** The rows of the first table of a CSV file by their column, its line of totals apart. */
export function tableOf(rows: readonly string[][]) {
  const [head = [], ...rest] = rows;
  const end = rest.findIndex(([first]) => first === 'Total');
  const named = (row: string[]) =>
    Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']));
  return {
    lines: rest.slice(0, end).map(named),
    total: named(rest[end] ?? []),
    about: Object.fromEntries(rest.slice(end + 2).map(([name = '', value = '']) => [name, value])),
  };
}
