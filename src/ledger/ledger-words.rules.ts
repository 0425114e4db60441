import type { JournalKind, LedgerAccount } from './ledger-terms.rules.js';

/** What happened, and where the money is, as people read it. */
export const JOURNAL_WORDS: Readonly<Record<JournalKind, string>> = {
  hold_placed: 'Held on the card',
  hold_voided: 'Hold ended',
  captured: 'Taken',
  fee_earned: 'Fee earned',
  fee_returned: 'Fee no longer earned',
  refund_owed: 'Owed to the resident',
  refund_not_owed: 'No longer owed',
  refund_sent: 'Sent back to the card',
  refund_failed: 'Refund failed at the bank',
  paid_another_way: 'Given back another way',
  difference_closed: 'Ledger corrected',
};

export const ACCOUNT_WORDS: Readonly<Record<LedgerAccount, string>> = {
  held: 'Held at the payment service',
  provider_clearing: 'On the way to the bank',
  customer: 'Kept for the resident',
  income: 'Income',
  refund_payable: 'Owed to the resident',
  paid_another_way: 'Given back another way',
  write_off: 'Written off',
};
