import type { Pence } from '../shared/money.js';

/**
 * Where money can be. `held`: the card service holds it for us, a promise and never income.
 * `provider_clearing`: taken, on its way to the bank. `customer`: what we keep for a resident whose
 * case is open; nothing for a closed one. `income`: fees of approved applications, outside the scope
 * of VAT (R-REP-4).
 */
export const LEDGER_ACCOUNTS = [
  'held',
  'provider_clearing',
  'customer',
  'income',
  'refund_payable',
  'paid_another_way',
  'write_off',
] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

export const JOURNAL_KINDS = [
  'hold_placed',
  'hold_voided',
  'captured',
  'fee_earned',
  'fee_returned',
  'refund_owed',
  'refund_not_owed',
  'refund_sent',
  'refund_failed',
  'paid_another_way',
  'difference_closed',
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** Money from one account to another: it balances by its shape. */
export interface Transfer {
  debit: LedgerAccount;
  credit: LedgerAccount;
  pence: Pence;
}

export interface JournalToPost {
  /** Null only for money at the provider that belongs to no payment of ours. */
  paymentId: string | null;
  applicationId: string | null;
  kind: JournalKind;
  /** Names what happened: it is posted once, however often it is learnt. See {@link effectKeys}. */
  effectKey: string;
  /** The effect key of the journal that this one takes back. */
  reverses: string | null;
  commandId: string | null;
  /** When it happened at the provider as far as known, else when we learnt it. */
  occurredAt: Date;
  note: string | null;
  entries: readonly Transfer[];
}

/** A journal as it stands in the ledger. */
export interface PostedJournal extends Omit<JournalToPost, 'reverses'> {
  id: string;
  reversesId: string | null;
  recordedAt: Date;
}

/** One name for each thing that can happen to money. */
export const effectKeys = {
  holdPlaced: (paymentId: string) => `hold:${paymentId}`,
  holdVoided: (paymentId: string) => `void:${paymentId}`,
  captured: (paymentId: string) => `capture:${paymentId}`,
  feeEarned: (decisionId: string) => `earned:${decisionId}`,
  feeReturned: (decisionId: string) => `unearned:${decisionId}`,
  refundOwed: (commandId: string) => `owed:${commandId}`,
  /** A refund that nobody asked us for. */
  foreignRefundOwed: (refundId: string) => `owed:refund:${refundId}`,
  foreignRefundNotOwed: (refundId: string) => `unowed:refund:${refundId}`,
  refundSent: (paymentId: string, refundId: string) => `sent:${paymentId}:${refundId}`,
  refundFailed: (paymentId: string, refundId: string) => `failed:${paymentId}:${refundId}`,
  paidAnotherWay: (commandId: string) => `other:${commandId}`,
  differenceClosed: (differenceId: string) => `closed:${differenceId}`,
  /** What had been closed is not true any more. */
  differenceReopened: (differenceId: string) => `reopened:${differenceId}`,
} as const;

/** Debits less credits; what we owe somebody or have earned stands below nothing. */
export function balanceOf(
  journals: readonly { entries: readonly Transfer[] }[],
  account: LedgerAccount,
): Pence {
  return journals
    .flatMap(({ entries }) => entries)
    .reduce((sum, { debit, credit, pence }) => {
      if (debit === account) return sum + pence;
      return credit === account ? sum - pence : sum;
    }, 0);
}

/** The same transfers the other way round. */
export function reversed(entries: readonly Transfer[]): Transfer[] {
  return entries.map(({ debit, credit, pence }) => ({ debit: credit, credit: debit, pence }));
}

/** The provider's number of the refund that a `refund_sent` is about. */
export function refundIdOf(effectKey: string): string {
  return effectKey.slice(effectKey.lastIndexOf(':') + 1);
}

export const FOREIGN_REFUND = 'Refunded at the payment service, not asked for by Permit Desk.';
