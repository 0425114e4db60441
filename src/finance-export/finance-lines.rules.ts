import type { JournalKind, LedgerAccount } from '../ledger/ledger-terms.rules.js';
import type { Pence } from '../shared/money.js';

/** What finance tells apart; every entry of the ledger is of one of them, or moves no money of theirs. */
export const FINANCE_KINDS = [
  'payment_taken',
  'hold_cancelled',
  'refund',
  'exception',
  'refund_failed',
  'another_way',
  'fee',
  'difference',
] as const;
export type FinanceKind = (typeof FINANCE_KINDS)[number];

export const FINANCE_KIND_WORDS: Readonly<Record<FinanceKind, string>> = {
  payment_taken: 'Payment taken',
  hold_cancelled: 'Hold cancelled',
  refund: 'Refund',
  exception: 'Refund exception',
  refund_failed: 'Refund that failed',
  another_way: 'Given back another way',
  fee: 'Fee earned or given up',
  difference: 'Ledger corrected',
};

/** One entry of the ledger with what its journal says. */
export interface FinanceEntry {
  journalKind: JournalKind;
  debit: LedgerAccount;
  credit: LedgerAccount;
  pence: Pence;
  /** Why money was moved, `exception` among others; null when nobody here asked for it. */
  cause: string | null;
}

/** Null for what is only a promise: a hold that was placed, a return that is owed but not from a fee. */
export function financeKindOf(entry: FinanceEntry): FinanceKind | null {
  switch (entry.journalKind) {
    case 'captured':
      return isHoldLetGo(entry) ? 'hold_cancelled' : 'payment_taken';
    case 'hold_voided':
      return isHoldLetGo(entry) ? 'hold_cancelled' : null;
    case 'refund_sent':
      return entry.cause === 'exception' ? 'exception' : 'refund';
    case 'refund_failed':
      return 'refund_failed';
    case 'paid_another_way':
      return 'another_way';
    case 'difference_closed':
      return 'difference';
    case 'hold_placed':
      return null;
    case 'fee_earned':
    case 'fee_returned':
    case 'refund_owed':
    case 'refund_not_owed':
      return entry.debit === 'income' || entry.credit === 'income' ? 'fee' : null;
  }
}

function isHoldLetGo({ debit, credit }: FinanceEntry): boolean {
  return debit === 'customer' && credit === 'held';
}

/** What goes back to residents or is given up has a minus. */
export const AMOUNT_NAMES = [
  'taken',
  'refunded',
  'anotherWay',
  'difference',
  'holdCancelled',
  'income',
] as const;
export type AmountName = (typeof AMOUNT_NAMES)[number];
export type Amounts = Readonly<Record<AmountName, Pence>>;

export const AMOUNT_WORDS: Readonly<Record<AmountName, string>> = {
  taken: 'Taken (£)',
  refunded: 'Refunded (£)',
  anotherWay: 'Given back another way (£)',
  difference: 'Ledger corrected (£)',
  holdCancelled: 'Hold cancelled, never income (£)',
  income: 'Fee income (£)',
};

export const NO_AMOUNTS: Amounts = {
  ...{ taken: 0, refunded: 0, anotherWay: 0, difference: 0, holdCancelled: 0, income: 0 },
};

/**
 * A cancelled hold was never taken, so it is neither money nor income; income is what approvals
 * earned less what was given up (R-REP-3).
 */
export function amountsOf(kind: FinanceKind, entry: FinanceEntry): Amounts {
  const money = moved(entry, 'provider_clearing');
  return {
    taken: kind === 'payment_taken' ? money : 0,
    refunded: kind === 'refund' || kind === 'exception' || kind === 'refund_failed' ? money : 0,
    anotherWay: moved(entry, 'paid_another_way'),
    difference: 0 - moved(entry, 'write_off'),
    holdCancelled: kind === 'hold_cancelled' ? entry.pence : 0,
    income: 0 - moved(entry, 'income'),
  };
}

/** Debits less credits. */
function moved({ debit, credit, pence }: FinanceEntry, account: LedgerAccount): Pence {
  if (debit === account) return pence;
  return credit === account ? -pence : 0;
}

export function addAmounts(one: Amounts, other: Amounts): Amounts {
  return {
    taken: one.taken + other.taken,
    refunded: one.refunded + other.refunded,
    anotherWay: one.anotherWay + other.anotherWay,
    difference: one.difference + other.difference,
    holdCancelled: one.holdCancelled + other.holdCancelled,
    income: one.income + other.income,
  };
}
