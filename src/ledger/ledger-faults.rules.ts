import type { Pence } from '../shared/money.js';

export const LEDGER_FAULTS = [
  'journal_moves_nothing',
  'reversal_differs',
  'captured_differs',
  'refunded_differs',
  'hold_differs',
  'promised_too_little',
  'returned_more_than_owed',
  'kept_for_closed_case',
  'accounts_do_not_balance',
] as const;
export type LedgerFaultKind = (typeof LEDGER_FAULTS)[number];

export interface LedgerFault {
  fault: LedgerFaultKind;
  /** The journal or the payment; null where it is about the whole ledger. */
  about: string | null;
}

export const LEDGER_FAULT_WORDS: Readonly<Record<LedgerFaultKind, string>> = {
  journal_moves_nothing: 'a journal without entries',
  reversal_differs: 'a journal that does not take back exactly what it says it takes back',
  captured_differs: 'the ledger has another amount taken than the payment',
  refunded_differs: 'the ledger has another amount refunded than the payment',
  hold_differs: 'the ledger and the payment do not agree whether money is held',
  promised_too_little: 'more is owed to the resident than was promised',
  returned_more_than_owed: 'more was given back than was owed',
  kept_for_closed_case: 'money is kept for a resident although the case is closed',
  accounts_do_not_balance: 'the accounts together are not nothing',
};

/** One payment and what the ledger holds of it, read in one statement. */
export interface PaymentInLedger {
  paymentId: string;
  isHeld: boolean;
  capturedPence: Pence;
  refundedPence: Pence;
  promisedPence: Pence;
  /** The case is decided, and nothing of this payment is under way or waits for anybody. */
  isQuiet: boolean;
  ledger: {
    captured: Pence;
    refunded: Pence;
    owed: Pence;
    held: Pence;
    customer: Pence;
    payable: Pence;
  };
}

/** What does not agree of one payment. An account's balance is its debits less its credits. */
export function paymentFaults(payment: PaymentInLedger): LedgerFaultKind[] {
  const { ledger, isHeld, isQuiet, capturedPence, refundedPence, promisedPence } = payment;
  const owed = Math.min(capturedPence, ledger.owed);
  const found: [LedgerFaultKind, boolean][] = [
    ['captured_differs', ledger.captured !== capturedPence],
    ['refunded_differs', ledger.refunded !== refundedPence],
    ['hold_differs', isHeld ? ledger.held <= 0 : ledger.held !== 0],
    ['promised_too_little', promisedPence < owed],
    ['returned_more_than_owed', ledger.payable > 0],
    ['kept_for_closed_case', isQuiet && ledger.customer !== 0],
  ];
  return found.filter(([, isFound]) => isFound).map(([fault]) => fault);
}
