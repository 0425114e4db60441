import type { Tx } from '../platform/database/transaction.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { decidePaymentAction } from './payment-actions.rules.js';
import type { ProviderPayment } from './payment-gateway.js';
import {
  commandsOfPayment,
  handToPerson,
  markSent,
  noteFailedRefund,
  noteReference,
  type PaymentCommand,
  settleCommand,
} from './payment-commands.store.js';
import { REFUND_FAILED } from './payment-words.rules.js';
import type { Payment } from './payments.store.js';
import { type OwnedRefund, outstandingOf } from './refund-owners.rules.js';

interface Following {
  payment: Payment;
  provider: ProviderPayment;
  refunds: readonly OwnedRefund[];
  at: Date;
  forCommand: string | undefined;
}

/**
 * What the payment at the provider means for its commands: done, on its way, or failed. Says only
 * what is to be seen there; it sends nothing.
 */
export async function followCommands(tx: Tx, following: Following): Promise<void> {
  for (const command of await commandsOfPayment(tx, following.payment.id)) {
    const refund = refundOf(command, following.refunds);
    if (refund) await followRefund(tx, following, { command, refund });
    else if (mayBeDone(command, following)) await settleIfDone(tx, following, command);
  }
}

/** The last refund we asked for with this command and did not give up since. */
function refundOf(
  { id, providerReference, refundsBefore }: PaymentCommand,
  refunds: readonly OwnedRefund[],
): OwnedRefund | undefined {
  const before = new Set(refundsBefore ?? []);
  return refunds.findLast(
    (refund) =>
      refund.isOurs &&
      refund.commandId === id &&
      (refund.id === providerReference || !before.has(refund.id)),
  );
}

function mayBeDone({ id, state }: PaymentCommand, { forCommand }: Following): boolean {
  if (state === 'requested') return id === forCommand;
  return state === 'unknown' || state === 'needs_attention';
}

async function followRefund(
  tx: Tx,
  following: Following,
  { command, refund }: { command: PaymentCommand; refund: OwnedRefund },
): Promise<void> {
  if (command.state === 'settled_another_way') return;
  if (command.providerReference === null) await noteReference(tx, command.id, refund.id);
  switch (refund.status) {
    case 'submitted':
      await markSent(tx, command.id);
      return;
    case 'success':
      return settle(tx, following, command, 'refunded');
    case 'error':
      if (outstandingOf(command, following.refunds) === 0) {
        // Somebody gave it back by hand since: there is nothing left for a person to do.
        return settleIfDone(tx, following, command);
      }
      return handOver(tx, following, { command, refund });
  }
}

async function settleIfDone(tx: Tx, following: Following, command: PaymentCommand) {
  const { payment, provider, refunds } = following;
  const action = decidePaymentAction({
    kind: command.kind,
    causeKind: command.causeKind,
    declaredPence: payment.amountPence,
    outstandingPence: outstandingOf(command, refunds),
    provider,
  });
  if (action.do === 'record') await settle(tx, following, command, action.effect);
}

async function settle(
  tx: Tx,
  { at }: Following,
  { id, applicationId, kind, amountPence }: PaymentCommand,
  effect: Parameters<typeof settleCommand>[2]['effect'],
): Promise<void> {
  if (!(await settleCommand(tx, id, { effect, at }))) return;
  const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
  const payload = { commandId: id, kind, effect, amountPence };
  await recordEvent(tx, occasion, { type: 'payment-settled', payload });
}

/** The failed refund is known from now on: a new try may not take it for its own. */
async function handOver(
  tx: Tx,
  { at }: Following,
  { command, refund }: { command: PaymentCommand; refund: OwnedRefund },
): Promise<void> {
  const { id, applicationId, kind, refundsBefore } = command;
  const from = ['requested', 'unknown', 'sent', 'settled'] as const;
  if (!(await handToPerson(tx, id, REFUND_FAILED, from))) return;
  await noteFailedRefund(tx, id, [...(refundsBefore ?? []), refund.id]);
  const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
  const payload = { commandId: id, kind, problem: REFUND_FAILED };
  await recordEvent(tx, occasion, { type: 'payment-needs-attention', payload });
}
