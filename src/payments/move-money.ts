import type { Tx } from '../platform/database/transaction.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import type { Actor } from '../timeline/timeline-events.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';
import type { CommandKind } from './payment-actions.rules.js';
import { type Cause, requestCommand } from './payment-commands.store.js';
import { findPaymentById, type Payment } from './payments.store.js';
import { postMoney } from './post-money.js';

interface MoneyMove {
  payment: Payment;
  /** What wants it: one command for each cause and kind. */
  cause: Cause;
  /** The decision that it belongs to, if it belongs to one. */
  decisionId?: string;
  kind: CommandKind;
  /** The exact amount of a `refund`, promised by `promiseReturn` before. */
  amountPence?: number;
  actor: Actor;
  at: Date;
}

/**
 * Writes the cause's one command for the money, posts what is owed or earned by it, says so on the
 * case and asks for it to be carried out; answers the command's id. The caller holds the
 * application's and the payment's lock. A free application has no payment and never comes here
 * (R-REJ-2).
 */
export async function moveMoney(tx: Tx, outbox: Outbox, move: MoneyMove): Promise<string> {
  const { payment, cause, kind, amountPence, actor, at } = move;
  const decisionId = move.decisionId ?? null;
  const commandId = await requestCommand(tx, {
    ...{ payment, cause, decisionId, kind, amountPence, at },
  });
  // While nothing is taken, nothing is earned or owed: the ledger learns of holds by reading.
  if (payment.capturedPence > 0) {
    const now = await findPaymentById(tx, payment.id);
    if (now) await postMoney(tx, { payment: now, read: null, at });
  }
  await recordEvent(
    tx,
    { applicationId: payment.applicationId, actor, at },
    {
      type: 'payment-requested',
      payload: { commandId, kind, amountPence: amountPence ?? payment.amountPence },
    },
  );
  await enqueueCommand(tx, outbox, { id: commandId, kind });
  return commandId;
}

/** Asks for a command to be carried out, for the first time or again. */
export async function enqueueCommand(
  tx: Tx,
  outbox: Outbox,
  { id, kind }: { id: string; kind: CommandKind },
): Promise<void> {
  switch (kind) {
    case 'capture':
      return outbox.enqueue(tx, { type: 'payment.capture-requested', subjectId: id });
    case 'release':
      return outbox.enqueue(tx, { type: 'payment.release-requested', subjectId: id });
    case 'refund':
      return outbox.enqueue(tx, { type: 'payment.refund-requested', subjectId: id });
  }
}
