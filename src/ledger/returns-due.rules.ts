import type { Pence } from '../shared/money.js';
import { type Book, laterThanCapture, some, transfer } from './ledger-book.rules.js';
import { effectKeys, FOREIGN_REFUND, reversed, type Transfer } from './ledger-terms.rules.js';
import type { PaymentFacts, RefundSeen } from './payment-facts.rules.js';

/** What our commands promised to give back is owed as soon as the money is taken. */
export function addReturnsOwed(book: Book, { commands }: PaymentFacts): void {
  for (const { id, kind, returnsPence, requestedAt } of commands) {
    if (kind === 'capture' || returnsPence === null) continue;
    book.add({
      kind: 'refund_owed',
      effectKey: effectKeys.refundOwed(id),
      entries: owedFrom(book, returnsPence),
      commandId: id,
      occurredAt: laterThanCapture(book, requestedAt),
    });
  }
}

/** Out of the fee as far as one was earned, else out of what is kept for the resident. */
function owedFrom(book: Book, pence: Pence): Transfer[] {
  const fromIncome = Math.min(pence, Math.max(0, book.credit('income')));
  return [
    ...some('income', 'refund_payable', fromIncome),
    ...some('customer', 'refund_payable', pence - fromIncome),
  ];
}

/** A refund at the provider, whoever asked for it, and what became of it. */
export function addRefund(book: Book, facts: PaymentFacts, refund: RefundSeen): void {
  const sentKey = effectKeys.refundSent(facts.paymentId, refund.id);
  const commandId = book.find(sentKey)?.commandId ?? refund.commandId;
  if (commandId === null) addForeignRefund(book, refund);
  const entries = [transfer('refund_payable', 'provider_clearing', refund.pence)];
  book.add({
    ...{ kind: 'refund_sent', effectKey: sentKey, entries, commandId },
    occurredAt: refund.at,
    ...(!refund.isOurs && { note: FOREIGN_REFUND }),
  });
  if (!refund.isFailed) return;
  book.add({
    kind: 'refund_failed',
    effectKey: effectKeys.refundFailed(facts.paymentId, refund.id),
    entries: reversed(entries),
    reverses: sentKey,
    commandId,
  });
  if (commandId === null) takeForeignRefundBack(book, refund);
  else takeClosingBack(book, commandId);
}

/** A person had closed that it went back twice, and then the bank did not take it: it went back once. */
function takeClosingBack(book: Book, commandId: string): void {
  const closedKey = effectKeys.differenceClosed(commandId);
  const closed = book.find(closedKey);
  if (!closed) return;
  book.add({
    kind: 'difference_closed',
    effectKey: effectKeys.differenceReopened(commandId),
    entries: reversed(closed.entries),
    reverses: closedKey,
    commandId,
  });
}

function addForeignRefund(book: Book, refund: RefundSeen): void {
  book.add({
    kind: 'refund_owed',
    effectKey: effectKeys.foreignRefundOwed(refund.id),
    entries: owedFrom(book, refund.pence),
    occurredAt: refund.at,
    note: FOREIGN_REFUND,
  });
}

/** It failed at the bank, and it was not we who wanted it: nobody is owed anything. */
function takeForeignRefundBack(book: Book, refund: RefundSeen): void {
  const owedKey = effectKeys.foreignRefundOwed(refund.id);
  const owed = book.find(owedKey);
  if (!owed) return;
  book.add({
    kind: 'refund_not_owed',
    effectKey: effectKeys.foreignRefundNotOwed(refund.id),
    entries: reversed(owed.entries),
    reverses: owedKey,
  });
}
