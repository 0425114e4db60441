import { type Book, laterThanCapture, openBook, some, transfer } from './ledger-book.rules.js';
import { balanceOf, effectKeys, type JournalToPost, reversed } from './ledger-terms.rules.js';
import type { PaymentFacts, PostedEffect } from './payment-facts.rules.js';
import { addRefund, addReturnsOwed } from './returns-due.rules.js';

/**
 * The journals that are missing: the ledger follows what is true at the provider, and what we
 * decided about it. What was posted is never due again, so it may be asked at any time, by anybody
 * who holds the payment's lock, and things may be learnt in any order.
 */
export function journalsDue(posted: readonly PostedEffect[], facts: PaymentFacts): JournalToPost[] {
  const book = openBook(posted, facts);
  addHold(book, facts);
  addCapture(book, facts);
  if (!book.has(effectKeys.captured(facts.paymentId))) return book.due;
  addFees(book, facts);
  addReturnsOwed(book, facts);
  for (const refund of facts.refunds) addRefund(book, facts, refund);
  return book.due;
}

function addHold(book: Book, facts: PaymentFacts): void {
  const { paymentId, amountPence, wasHeld, stage } = facts;
  const key = effectKeys.holdPlaced(paymentId);
  // Taken money that was never posted as held stays so: the hold is over.
  if (wasHeld && !book.has(effectKeys.captured(paymentId))) {
    const entries = [transfer('held', 'customer', amountPence)];
    book.add({ kind: 'hold_placed', effectKey: key, entries, occurredAt: facts.heldAt });
  }
  const hold = book.find(key);
  if (stage !== 'ended' || !hold) return;
  book.add({
    kind: 'hold_voided',
    effectKey: effectKeys.holdVoided(paymentId),
    entries: reversed(hold.entries),
    reverses: key,
  });
}

/** Out of the hold as far as it was held; a hold is not always posted for as much as is taken. */
function addCapture(book: Book, facts: PaymentFacts): void {
  if (facts.stage !== 'taken') return;
  const taken = facts.amountPence;
  const held = Math.max(0, -book.credit('held'));
  book.add({
    kind: 'captured',
    effectKey: effectKeys.captured(facts.paymentId),
    occurredAt: facts.takenAt,
    entries: [
      ...some('provider_clearing', 'held', Math.min(held, taken)),
      ...some('provider_clearing', 'customer', taken - held),
      ...some('customer', 'held', held - taken),
    ],
  });
}

/** An approval earns what is kept for the resident; an approval that was overturned earns nothing. */
function addFees(book: Book, { commands }: PaymentFacts): void {
  for (const { decisionId, kind, isOverturned, id, requestedAt } of commands) {
    if (kind !== 'capture' || decisionId === null) continue;
    const key = effectKeys.feeEarned(decisionId);
    if (!isOverturned) {
      const entries = some('customer', 'income', book.credit('customer'));
      book.add({
        ...{ kind: 'fee_earned', effectKey: key, entries, commandId: id },
        occurredAt: laterThanCapture(book, requestedAt),
      });
    } else if (book.find(key)) {
      addFeeReturned(book, decisionId, id);
    }
  }
}

/** What was given back of the fee meanwhile is not given back to the resident's account as well. */
function addFeeReturned(book: Book, decisionId: string, commandId: string): void {
  const earnedKey = effectKeys.feeEarned(decisionId);
  const earned = book.find(earnedKey);
  if (!earned) return;
  const wasEarned = -balanceOf([earned], 'income');
  const isLeft = Math.min(wasEarned, book.credit('income'));
  book.add({
    kind: 'fee_returned',
    effectKey: effectKeys.feeReturned(decisionId),
    entries: some('income', 'customer', isLeft),
    ...(isLeft === wasEarned && { reverses: earnedKey }),
    commandId,
  });
}
