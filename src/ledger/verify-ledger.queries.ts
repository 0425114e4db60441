import type { Reader } from '../platform/database/transaction.js';
import { balances } from './ledger.queries.js';
import { type LedgerFault, paymentFaults, type PaymentInLedger } from './ledger-faults.rules.js';

const PAGE = 2000;
const MOST_JOURNALS = 100;

export interface LedgerFindings {
  payments: number;
  faults: LedgerFault[];
}

/**
 * Holds the whole ledger to itself and to the payments: every journal moves something, every
 * reversal takes back exactly what it names, every payment agrees with its journals, and nothing is
 * kept for a resident whose case is closed. Reads page by page; each page is one statement, so what
 * is written meanwhile is seen whole or not at all.
 */
export async function verifyLedger(reader: Reader): Promise<LedgerFindings> {
  const faults = [...(await emptyJournals(reader)), ...(await wrongReversals(reader))];
  const sum = Object.values(await balances(reader)).reduce((total, pence) => total + pence, 0);
  if (sum !== 0) faults.push({ fault: 'accounts_do_not_balance', about: null });
  let payments = 0;
  for (let page = await pageAfter(reader, ''); page.length > 0;) {
    payments += page.length;
    for (const payment of page) {
      const found = paymentFaults(payment);
      faults.push(...found.map((fault) => ({ fault, about: payment.paymentId })));
    }
    page = await pageAfter(reader, page.at(-1)?.paymentId ?? '');
  }
  return { payments, faults };
}

async function emptyJournals(reader: Reader): Promise<LedgerFault[]> {
  const rows: { about: string }[] = await reader.query(
    `SELECT j.id AS about FROM ledger_journals j
       LEFT JOIN ledger_entries e ON e.journal_id = j.id
      WHERE e.id IS NULL LIMIT ${MOST_JOURNALS}`,
  );
  return rows.map(({ about }) => ({ fault: 'journal_moves_nothing', about }));
}

/** Each line of the one must be a line of the other the other way round. */
async function wrongReversals(reader: Reader): Promise<LedgerFault[]> {
  const rows: { about: string }[] = await reader.query(
    `SELECT r.id AS about FROM ledger_journals r
      WHERE r.reverses_id IS NOT NULL AND (
        EXISTS (SELECT 1 FROM ledger_entries e
                  LEFT JOIN ledger_entries o ON o.journal_id = r.reverses_id AND o.line = e.line
                   AND o.debit_account = e.credit_account AND o.credit_account = e.debit_account
                   AND o.amount_pence = e.amount_pence
                 WHERE e.journal_id = r.id AND o.id IS NULL)
        OR (SELECT COUNT(*) FROM ledger_entries e WHERE e.journal_id = r.id) <>
           (SELECT COUNT(*) FROM ledger_entries o WHERE o.journal_id = r.reverses_id))
      LIMIT ${MOST_JOURNALS}`,
  );
  return rows.map(({ about }) => ({ fault: 'reversal_differs', about }));
}

type Numbers = Record<
  | 'isHeld'
  | 'isQuiet'
  | 'capturedPence'
  | 'refundedPence'
  | 'promisedPence'
  | keyof PaymentInLedger['ledger'],
  string | number | null
>;

async function pageAfter(reader: Reader, after: string): Promise<PaymentInLedger[]> {
  const rows: (Numbers & { paymentId: string })[] = await reader.query(PAYMENTS, [after]);
  return rows.map((row) => ({
    paymentId: row.paymentId,
    isHeld: Number(row.isHeld) === 1,
    isQuiet: Number(row.isQuiet) === 1,
    capturedPence: Number(row.capturedPence),
    refundedPence: Number(row.refundedPence),
    promisedPence: Number(row.promisedPence),
    ledger: {
      captured: Number(row.captured),
      refunded: Number(row.refunded),
      owed: Number(row.owed),
      held: Number(row.held),
      customer: Number(row.customer),
      payable: Number(row.payable),
    },
  }));
}

const balance = (account: string) =>
  `SUM(CASE WHEN e.debit_account = '${account}' THEN e.amount_pence
            WHEN e.credit_account = '${account}' THEN -e.amount_pence END)`;
const moved = (kind: string, back: string) =>
  `SUM(CASE j.kind WHEN '${kind}' THEN e.amount_pence WHEN '${back}' THEN -e.amount_pence END)`;

/** A payment that was never read has nothing in the ledger: the provider has not said anything. */
const PAYMENTS = `
  SELECT p.id AS paymentId, p.state = 'capturable' AND p.state_read_at IS NOT NULL AS isHeld,
         p.captured_pence AS capturedPence, p.refunded_pence AS refundedPence,
         p.returns_promised_pence AS promisedPence,
         a.status IN ('approved', 'rejected', 'withdrawn')
           AND p.state IN ('success', 'failed', 'cancelled', 'error')
           AND NOT EXISTS (SELECT 1 FROM payment_commands c
                            WHERE c.application_id = a.id
                              AND c.state IN ('requested', 'unknown', 'sent', 'needs_attention'))
           AND NOT EXISTS (SELECT 1 FROM quality_checks q
                            WHERE q.application_id = a.id AND q.state = 'waiting') AS isQuiet,
         SUM(CASE WHEN j.kind = 'captured' AND e.debit_account = 'provider_clearing'
                  THEN e.amount_pence END) AS captured,
         ${moved('refund_sent', 'refund_failed')} AS refunded,
         ${moved('refund_owed', 'refund_not_owed')} AS owed,
         ${balance('held')} AS held, ${balance('customer')} AS customer,
         ${balance('refund_payable')} AS payable
    FROM (SELECT id FROM payments WHERE id > ? ORDER BY id LIMIT ${PAGE}) page
    JOIN payments p ON p.id = page.id
    JOIN applications a ON a.id = p.application_id
    LEFT JOIN ledger_journals j ON j.payment_id = p.id
    LEFT JOIN ledger_entries e ON e.journal_id = j.id
   GROUP BY p.id ORDER BY p.id`;
