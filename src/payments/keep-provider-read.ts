import { setHoldEnd } from '../applications/applications.store.js';
import { FOREIGN_REFUND, type JournalToPost } from '../ledger/ledger-terms.rules.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { followCommands } from './follow-commands.js';
import { holdEndsAt } from './hold.rules.js';
import { lockMoney } from './lock-money.js';
import { furthest } from './payment-actions.rules.js';
import { commandsOfPayment } from './payment-commands.store.js';
import type { ProviderPayment } from './payment-gateway.js';
import { findPaymentById, type Payment, savePaymentState } from './payments.store.js';
import { postMoney } from './post-money.js';

interface ProviderRead {
  paymentId: string;
  /** As the provider describes it now, read outside the transaction. */
  provider: ProviderPayment;
  /** When the reading began. */
  at: Date;
  /** The command on whose behalf it was read: only its own job settles what was never sent. */
  forCommand?: string;
}

/**
 * Keeps what was read at the provider, in one transaction: the payment's state, the end of its hold
 * on the application, what the ledger lacks, and what it means for commands under way. Every reader
 * comes here (the command's job, the first look, a notice, the reconciliation), and readings may be
 * kept in another order than they were made: all orders end the same. Answers the payment as kept.
 */
export async function keepProviderRead(tx: Tx, reading: ProviderRead): Promise<Payment | null> {
  const known = await findPaymentById(tx, reading.paymentId);
  if (!known) return null;
  const { applicationId } = known;
  const before = await lockMoney(tx, { applicationId, paymentId: known.id });
  const { provider, at } = reading;
  const payment = takeIn(before, provider, at);
  await savePaymentState(tx, payment.id, payment);
  if (payment.replacedAt === null) await setHoldEnd(tx, applicationId, payment.holdEndsAt);
  const { posted, refunds, refundedPence } = await postMoney(tx, { payment, read: provider, at });
  if (refundedPence !== payment.refundedPence) {
    await savePaymentState(tx, payment.id, { ...payment, refundedPence });
  }
  // What differs is said once, at the first look, whoever looks.
  if (before.stateReadAt === null && provider.amountPence !== payment.amountPence) {
    await sayDifference(tx, payment, { providerPence: provider.amountPence, at });
  }
  await sayRefundsSeen(tx, payment, posted, at);
  await followCommands(tx, { payment, provider, refunds, at, forCommand: reading.forCommand });
  return { ...payment, refundedPence };
}

/** Refunds that nobody here asked for, and those of money that a person paid another way meanwhile. */
async function sayRefundsSeen(
  tx: Tx,
  { id, applicationId }: Payment,
  posted: readonly JournalToPost[],
  at: Date,
): Promise<void> {
  const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
  const sent = posted.filter(({ kind }) => kind === 'refund_sent');
  const commands = sent.length === 0 ? [] : await commandsOfPayment(tx, id);
  for (const { note, entries, commandId } of sent) {
    const amountPence = entries[0]?.pence ?? 0;
    if (note === FOREIGN_REFUND) {
      await recordEvent(tx, occasion, { type: 'refund-seen', payload: { amountPence } });
    }
    const command = commands.find((one) => one.id === commandId);
    if (command?.state !== 'settled_another_way') continue;
    const payload = { commandId: command.id, amountPence };
    await recordEvent(tx, occasion, { type: 'returned-twice', payload });
  }
}

/** The provider has another amount than the application says, or does not know the payment. */
export async function sayDifference(
  tx: Tx,
  { applicationId, amountPence }: Payment,
  { providerPence, at }: { providerPence: Pence | null; at: Date },
): Promise<void> {
  const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
  const payload = { declaredPence: amountPence, providerPence };
  await recordEvent(tx, occasion, { type: 'payment-differs', payload });
}

type Kept = Payment & { stateReadAt: Date };

function takeIn(before: Payment, provider: ProviderPayment, at: Date): Kept {
  const state = before.stateReadAt ? furthest(before.state, provider.state) : provider.state;
  const isTaken = state === 'success' && before.capturedPence === 0;
  return {
    ...before,
    state,
    capturedPence: isTaken ? provider.amountPence : before.capturedPence,
    capturedAt: isTaken ? (provider.capturedAt ?? at) : before.capturedAt,
    holdEndsAt: holdEndsAt({ state, createdAt: provider.createdAt }),
    stateReadAt: before.stateReadAt && before.stateReadAt > at ? before.stateReadAt : at,
    notFoundAt: before.notFoundAt && before.notFoundAt > at ? before.notFoundAt : null,
  };
}
