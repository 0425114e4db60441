import { randomUUID } from 'node:crypto';
import type { TestBrowser } from '../../support/test-browser.js';
import type { MoneyBench } from './money-bench.js';

export async function stateOf(bench: MoneyBench, commandId: string): Promise<string | undefined> {
  const [row] = await bench.query<{ state: string }>(
    'SELECT state FROM payment_commands WHERE id = ?',
    [commandId],
  );
  return row?.state;
}

/** The cases of the board's table, as they stand. */
export async function referencesOn(browser: TestBrowser, path: string): Promise<string[]> {
  const { $ } = await browser.get(path);
  return $('#refunds tbody th')
    .map((_, cell) => $(cell).text().trim())
    .get() as unknown as string[];
}

/** What the ledger owes to residents, in pence. */
export async function payable(bench: MoneyBench): Promise<number> {
  const rows = await bench.query<{ pence: string }>(
    `SELECT SUM(CASE WHEN credit_account = 'refund_payable' THEN amount_pence ELSE 0 END)
          - SUM(CASE WHEN debit_account = 'refund_payable' THEN amount_pence ELSE 0 END) AS pence
       FROM ledger_entries`,
  );
  return Number(rows[0]?.pence);
}

export const CHEQUE = {
  ...{ way: 'cheque', reference: 'Cheque 000123', reason: 'The card is closed: sent a cheque.' },
  ...{ 'paidOn[day]': '20', 'paidOn[month]': '11', 'paidOn[year]': '2026' },
};

/** Filled in, the letter read, and sent. */
export async function anotherWay(
  browser: TestBrowser,
  commandId: string,
  form: Record<string, string> = {},
) {
  const address = `/refunds/${commandId}/another-way`;
  const check = await browser.post(address, { formId: randomUUID(), ...CHEQUE, ...form });
  return check.status === 200 ? browser.submit(check, { step: 'send' }) : check;
}
