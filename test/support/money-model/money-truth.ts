import type { LedgerAccount, PostedJournal } from '../../../src/ledger/ledger-terms.rules.js';
import { ledgerOf } from '../../../src/ledger/ledger.queries.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { FOREIGN_PENCE, type MoneyHistory, type PlainMoneyCase } from './money-history.js';

/** Everything that is true of one case's money, at the provider and here. */
export interface MoneyTruth {
  /** The payment's state at the provider. */
  status: string;
  refunds: { amount: number; status: string }[];
  /** Given back there, or on its way. */
  refunded: number;
  journals: PostedJournal[];
  commands: { id: string; kind: string; state: string; effect: string | null }[];
  promised: number;
  captured: number;
}

export async function truthOf(history: MoneyHistory, kase: PlainMoneyCase): Promise<MoneyTruth> {
  const { desk } = history;
  const { control } = desk.sandbox;
  const [payments, found, journals, commands, [row]] = await Promise.all([
    control.payments(),
    control.refunds(),
    ledgerOf(desk.app.get(Database).reader, { applicationId: kase.id }),
    desk.rows<MoneyTruth['commands'][number]>(
      'SELECT id, kind, state, effect FROM payment_commands WHERE application_id = ?',
      [kase.id],
    ),
    desk.rows<{ promised: string; captured: string }>(
      `SELECT returns_promised_pence AS promised, captured_pence AS captured FROM payments
        WHERE id = ?`,
      [kase.paymentId],
    ),
  ]);
  const payment = payments.find(({ payment_id }) => payment_id === kase.providerPaymentId);
  const refunds = found.filter(({ payment_id }) => payment_id === kase.providerPaymentId);
  const standing = refunds.filter((refund) => refund.status !== 'error');
  return {
    ...{ status: payment?.state.status ?? 'gone', refunds, journals, commands },
    refunded: standing.reduce((sum, { amount }) => sum + amount, 0),
    ...{ promised: Number(row?.promised), captured: Number(row?.captured) },
  };
}

/** What stands to somebody's credit in the ledger. */
export function creditOf({ journals }: MoneyTruth, account: LedgerAccount): number {
  return journals
    .flatMap(({ entries }) => entries)
    .reduce(
      (sum, { debit, credit, pence }) =>
        sum + (credit === account ? pence : 0) - (debit === account ? pence : 0),
      0,
    );
}

/** Given back by other hands than ours: told by the history, or by its amount. */
export function foreignPence(kase: PlainMoneyCase, { refunds }: MoneyTruth): number {
  const byFault = refunds.filter(({ amount }) => amount === FOREIGN_PENCE);
  return kase.foreign + byFault.length * FOREIGN_PENCE;
}
