import type { Pence } from '../shared/money.js';
import {
  balanceOf,
  type JournalKind,
  type JournalToPost,
  type LedgerAccount,
  type Transfer,
} from './ledger-terms.rules.js';
import type { PaymentFacts, PostedEffect } from './payment-facts.rules.js';

export interface Due {
  kind: JournalKind;
  effectKey: string;
  entries: Transfer[];
  reverses?: string;
  commandId?: string | null;
  occurredAt?: Date | null;
  note?: string;
}

/** What is posted of one payment, and what is found to be missing. */
export type Book = ReturnType<typeof openBook>;

export function openBook(posted: readonly PostedEffect[], facts: PaymentFacts) {
  const due: JournalToPost[] = [];
  const find = (key: string) => [...posted, ...due].find(({ effectKey }) => effectKey === key);
  return {
    due,
    find,
    has: (key: string) => find(key) !== undefined,
    /** What stands to somebody's credit. */
    credit: (account: LedgerAccount): Pence => -balanceOf([...posted, ...due], account),
    add(journal: Due): void {
      if (find(journal.effectKey) || journal.entries.length === 0) return;
      const { paymentId, applicationId, learntAt } = facts;
      due.push({
        ...{ paymentId, applicationId, kind: journal.kind, effectKey: journal.effectKey },
        reverses: journal.reverses ?? null,
        commandId: journal.commandId ?? null,
        occurredAt: journal.occurredAt ?? learntAt,
        note: journal.note ?? null,
        entries: journal.entries,
      });
    },
  };
}

export function transfer(debit: LedgerAccount, credit: LedgerAccount, pence: Pence): Transfer {
  return { debit, credit, pence };
}

/** Nothing is not posted. */
export function some(debit: LedgerAccount, credit: LedgerAccount, pence: Pence): Transfer[] {
  return pence > 0 ? [transfer(debit, credit, pence)] : [];
}

/** Fees are earned when both are true: the money is taken and the application approved. */
export function laterThanCapture(book: Book, approvedAt: Date): Date {
  const captured = book.due.find(({ kind }) => kind === 'captured');
  return captured && captured.occurredAt > approvedAt ? captured.occurredAt : approvedAt;
}
