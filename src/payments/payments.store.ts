import { countWritten } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { newId } from '../platform/database/new-id.js';
import { PaymentCommandEntity } from './payment-command.entity.js';
import { PaymentEntity } from './payment.entity.js';
import type { CommandEffect, CommandKind, ProviderState } from './payment-actions.rules.js';

export type Payment = Readonly<PaymentEntity>;
export type PaymentCommand = Readonly<PaymentCommandEntity>;

export async function insertPayment(tx: Tx, payment: Payment): Promise<void> {
  await tx.insert(PaymentEntity, payment);
}

export async function findPayment(reader: Reader, applicationId: string): Promise<Payment | null> {
  return reader.findOneBy(PaymentEntity, { applicationId });
}

/** The last lock of the order property → application → payment. */
export async function lockPayment(tx: Tx, applicationId: string): Promise<Payment | null> {
  return tx
    .createQueryBuilder(PaymentEntity, 'payment')
    .setLock('pessimistic_write')
    .where('payment.application_id = :applicationId', { applicationId })
    .getOne();
}

interface CommandRequest {
  payment: Payment;
  decisionId: string;
  kind: CommandKind;
  at: Date;
}

/**
 * Writes the one command this decision has for the money (unique by decision and kind);
 * the caller records and enqueues. Returns the command's id.
 */
export async function requestCommand(tx: Tx, request: CommandRequest): Promise<string> {
  const id = newId();
  await tx.insert(PaymentCommandEntity, {
    id,
    applicationId: request.payment.applicationId,
    decisionId: request.decisionId,
    paymentId: request.payment.id,
    kind: request.kind,
    amountPence: request.payment.amountPence,
    state: 'requested',
    effect: null,
    providerReference: null,
    attempts: 0,
    lastProblem: null,
    requestedAt: request.at,
    sentAt: null,
    settledAt: null,
  });
  return id;
}

export async function findCommand(reader: Reader, id: string): Promise<PaymentCommand | null> {
  return reader.findOneBy(PaymentCommandEntity, { id });
}

export async function commandsOf(reader: Reader, applicationId: string): Promise<PaymentCommand[]> {
  return reader.find(PaymentCommandEntity, {
    where: { applicationId },
    order: { requestedAt: 'ASC', id: 'ASC' },
  });
}

/**
 * Says, before anything is sent, that something is about to be: a crash then leaves `unknown`.
 * False when the command was settled since it was read: another worker was faster.
 */
export async function markSending(tx: Tx, id: string, at: Date): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE payment_commands SET state = 'unknown', sent_at = ?, attempts = attempts + 1
      WHERE id = ? AND state IN ('requested', 'unknown')`,
    [at, id],
  );
  return written === 1;
}

/** Keeps why the last attempt failed, for whoever looks at the case meanwhile. */
export async function noteProblem(tx: Tx, id: string, problem: string): Promise<void> {
  await tx.update(PaymentCommandEntity, { id }, { lastProblem: problem.slice(0, 300) });
}

interface Settlement {
  effect: CommandEffect;
  reference: string | null;
  at: Date;
}

/** True for the one call that settled it. */
export async function settleCommand(tx: Tx, id: string, settlement: Settlement): Promise<boolean> {
  const { affectedRows }: { affectedRows: number } = await tx.query(
    `UPDATE payment_commands
        SET state = 'settled', effect = ?, provider_reference = ?, settled_at = ?, last_problem = NULL
      WHERE id = ? AND state IN ('requested', 'unknown')`,
    [settlement.effect, settlement.reference, settlement.at, id],
  );
  return affectedRows === 1;
}

/** True for the one call that handed it to a person. */
export async function handToPerson(tx: Tx, id: string, problem: string): Promise<boolean> {
  const { affectedRows }: { affectedRows: number } = await tx.query(
    `UPDATE payment_commands SET state = 'needs_attention', last_problem = ?
      WHERE id = ? AND state IN ('requested', 'unknown')`,
    [problem.slice(0, 300), id],
  );
  return affectedRows === 1;
}

/** Puts a command a person has looked at back to work. True when it was waiting for him. */
export async function tryCommandAgain(tx: Tx, id: string): Promise<boolean> {
  const { affected } = await tx.update(
    PaymentCommandEntity,
    { id, state: 'needs_attention' },
    { state: 'requested', attempts: 0 },
  );
  return affected === 1;
}

interface ProviderFacts {
  state: ProviderState;
  refundedPence: number;
  holdEndsAt: Date | null;
  readAt: Date;
}

/** What the provider said when it was last read: for people to see, never acted upon. */
export async function savePaymentState(tx: Tx, paymentId: string, facts: ProviderFacts) {
  await tx.update(
    PaymentEntity,
    { id: paymentId },
    {
      state: facts.state,
      refundedPence: facts.refundedPence,
      holdEndsAt: facts.holdEndsAt,
      stateReadAt: facts.readAt,
    },
  );
}
