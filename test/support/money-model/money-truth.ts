import type { LedgerAccount, PostedJournal } from '../../../src/ledger/ledger-terms.rules.js';
import { ledgerOf } from '../../../src/ledger/ledger.queries.js';
import type { ProviderState } from '../../../src/payments/payment-actions.rules.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { FOREIGN_PENCE, type MoneyHistory, type PlainMoneyCase } from './money-history.js';

/** Everything that is true of one case's money, at the provider and here. */
export interface MoneyTruth {
  /** The payment's state at the provider. */
  status: string;
  refunds: { refund_id: string; amount: number; status: string }[];
  /** Given back there, or on its way. */
  refunded: number;
  journals: PostedJournal[];
  commands: {
    id: string;
    kind: string;
    state: string;
    effect: string | null;
    reference: string | null;
    returns: string | null;
  }[];
  promised: number;
  captured: number;
  /** How many rows of the outbox ask for commands of the case. */
  asked: number;
  /** As it is kept here. */
  kept: { state: ProviderState; holdEndsAt: string | null };
  /** By the provider's own day and time of the payment. */
  holdEndsAt: string;
}

export async function truthOf(history: MoneyHistory, kase: PlainMoneyCase): Promise<MoneyTruth> {
  const { desk } = history;
  const { control } = desk.sandbox;
  const [payments, found, journals, commands, [row]] = await Promise.all([
    control.payments(),
    control.refunds(),
    ledgerOf(desk.app.get(Database).reader, { applicationId: kase.id }),
    desk.rows<MoneyTruth['commands'][number]>(
      `SELECT id, kind, state, effect, provider_reference AS reference, returns_pence AS returns
         FROM payment_commands WHERE application_id = ?`,
      [kase.id],
    ),
    desk.rows<Row>(ROW, [kase.paymentId]),
  ]);
  const payment = payments.find(({ payment_id }) => payment_id === kase.providerPaymentId);
  const refunds = found.filter(({ payment_id }) => payment_id === kase.providerPaymentId);
  const standing = refunds.filter((refund) => refund.status !== 'error');
  return {
    ...{ status: payment?.state.status ?? 'gone', refunds, journals, commands },
    refunded: standing.reduce((sum, { amount }) => sum + amount, 0),
    ...{ promised: Number(row?.promised), captured: Number(row?.captured) },
    asked: Number(row?.asked),
    kept: { state: row?.state ?? 'created', holdEndsAt: row?.holdEndsAt ?? null },
    holdEndsAt: new Date(Date.parse(payment?.created_date ?? '') + HOLD_MS).toISOString(),
  };
}

interface Row {
  promised: string;
  captured: string;
  asked: string;
  state: ProviderState;
  holdEndsAt: string | null;
}

/** The end of the hold as the row itself has it, whatever the driver makes of it: rows hold UTC. */
const ROW = `
  SELECT returns_promised_pence AS promised, captured_pence AS captured, state,
         (SELECT COUNT(*) FROM payment_commands c JOIN outbox_jobs o ON o.subject_id = c.id
           WHERE c.payment_id = payments.id) AS asked,
         CONCAT(LEFT(DATE_FORMAT(hold_ends_at, '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z') AS holdEndsAt
    FROM payments WHERE id = ?`;

const HOLD_MS = 120 * 3_600_000;

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

/** Made by other hands than ours: told by the history, or by its amount. */
export function isForeign(
  { strangers }: PlainMoneyCase,
  { refund_id: id, amount }: MoneyTruth['refunds'][number],
): boolean {
  return strangers.includes(id) || amount === FOREIGN_PENCE;
}

export function foreignPence(kase: PlainMoneyCase, { refunds }: MoneyTruth): number {
  return refunds
    .filter((refund) => isForeign(kase, refund))
    .reduce((sum, { amount }) => sum + amount, 0);
}
