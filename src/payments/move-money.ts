import type { Tx } from '../platform/database/transaction.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import type { Actor } from '../timeline/timeline-events.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';
import type { CommandKind } from './payment-actions.rules.js';
import { type Payment, requestCommand } from './payments.store.js';

interface MoneyMove {
  payment: Payment;
  decisionId: string;
  kind: CommandKind;
  actor: Actor;
  at: Date;
}

/**
 * Writes the decision's one command for the money, says so on the case and asks for it to be
 * carried out. A free application has no payment and never comes here (R-REJ-2).
 */
export async function moveMoney(tx: Tx, outbox: Outbox, move: MoneyMove): Promise<void> {
  const { payment, kind, actor, at } = move;
  const commandId = await requestCommand(tx, { payment, decisionId: move.decisionId, kind, at });
  await recordEvent(
    tx,
    { applicationId: payment.applicationId, actor, at },
    { type: 'payment-requested', payload: { commandId, kind, amountPence: payment.amountPence } },
  );
  if (kind === 'capture') {
    await outbox.enqueue(tx, { type: 'payment.capture-requested', subjectId: commandId });
  } else {
    await outbox.enqueue(tx, { type: 'payment.release-requested', subjectId: commandId });
  }
}
