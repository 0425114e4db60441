import { In } from 'typeorm';
import { countWritten } from '../platform/database/conditional-write.js';
import { newId } from '../platform/database/new-id.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import type { CommandState } from './command-states.rules.js';
import type { CommandCause, CommandEffect, CommandKind } from './payment-actions.rules.js';
import { PaymentCommandEntity } from './payment-command.entity.js';
import type { Payment } from './payments.store.js';

export type PaymentCommand = Readonly<PaymentCommandEntity>;

export interface Cause {
  kind: CommandCause;
  /** The row that wants the money moved. */
  id: string;
}

interface CommandRequest {
  payment: Pick<Payment, 'id' | 'applicationId' | 'amountPence'>;
  cause: Cause;
  decisionId: string | null;
  kind: CommandKind;
  /** The exact amount of a `refund`, promised already; left out: all of the payment. */
  amountPence?: Pence | undefined;
  at: Date;
}

/**
 * Writes the one command of this cause and kind (the database keeps it unique); the caller records
 * and enqueues. Returns the command's id.
 */
export async function requestCommand(tx: Tx, request: CommandRequest): Promise<string> {
  const { payment, cause, kind, decisionId, amountPence, at } = request;
  const id = newId();
  await tx.insert(PaymentCommandEntity, {
    ...{ id, applicationId: payment.applicationId, paymentId: payment.id },
    ...{ causeKind: cause.kind, causeId: cause.id, decisionId, kind },
    amountPence: amountPence ?? payment.amountPence,
    returnsPence: kind === 'refund' ? (amountPence ?? payment.amountPence) : null,
    ...{ state: 'requested', effect: null, providerReference: null, refundsBefore: null },
    ...{ attempts: 0, lastProblem: null, requestedAt: at, sentAt: null, settledAt: null },
  });
  return id;
}

export async function findCommand(reader: Reader, id: string): Promise<PaymentCommand | null> {
  return reader.findOneBy(PaymentCommandEntity, { id });
}

/** All that was ever asked of the payment service for the application, the first first. */
export async function commandsOf(reader: Reader, applicationId: string): Promise<PaymentCommand[]> {
  return reader.find(PaymentCommandEntity, {
    where: { applicationId },
    order: { requestedAt: 'ASC', id: 'ASC' },
  });
}

export async function commandsOfPayment(
  reader: Reader,
  paymentId: string,
): Promise<PaymentCommand[]> {
  return reader.find(PaymentCommandEntity, {
    where: { paymentId },
    order: { requestedAt: 'ASC', id: 'ASC' },
  });
}

interface Sending {
  at: Date;
  /** Ids of the refunds that the provider shows now. */
  refundsBefore: readonly string[];
}

/**
 * Says, before anything is sent, that something is about to be: a crash then leaves `unknown`. The
 * caller holds the payment's lock. False when the command is closed, or while another command of
 * this payment is unknown: of two at once nobody could tell whose effect is seen.
 */
export async function markSending(tx: Tx, command: PaymentCommand, sending: Sending) {
  const written = await countWritten(
    tx,
    `UPDATE payment_commands c
       LEFT JOIN payment_commands other ON other.payment_id = c.payment_id
        AND other.id <> c.id AND other.state = 'unknown'
        SET c.state = 'unknown', c.sent_at = ?, c.attempts = c.attempts + 1, c.refunds_before = ?
      WHERE c.id = ? AND c.state IN ('requested', 'unknown') AND other.id IS NULL`,
    [sending.at, JSON.stringify(sending.refundsBefore), command.id],
  );
  return written === 1;
}

/** Keeps why the last attempt failed, for whoever looks at the case meanwhile. */
export async function noteProblem(tx: Tx, id: string, problem: string): Promise<void> {
  await tx.update(PaymentCommandEntity, { id }, { lastProblem: problem.slice(0, 300) });
}

/** The provider has our refund under this number. */
export async function noteReference(tx: Tx, id: string, reference: string): Promise<void> {
  await tx.update(PaymentCommandEntity, { id }, { providerReference: reference });
}

/** So that it is never taken for the refund of another try. */
export async function noteFailedRefund(tx: Tx, id: string, refundsBefore: readonly string[]) {
  await tx.update(PaymentCommandEntity, { id }, { refundsBefore });
}

/** What a release has to give back, now that the money is known to be taken. */
export async function setReturns(tx: Tx, id: string, pence: Pence): Promise<void> {
  await tx.query(
    'UPDATE payment_commands SET returns_pence = ? WHERE id = ? AND returns_pence IS NULL',
    [pence, id],
  );
}

/** The provider has our refund, the bank has not answered. True for the one call that said so. */
export async function markSent(tx: Tx, id: string): Promise<boolean> {
  const open: CommandState[] = ['requested', 'unknown', 'needs_attention'];
  const { affected } = await tx.update(
    PaymentCommandEntity,
    { id, state: In(open) },
    { state: 'sent', lastProblem: null },
  );
  return affected === 1;
}

/** True for the one call that settled it. */
export async function settleCommand(
  tx: Tx,
  id: string,
  { effect, at }: { effect: CommandEffect; at: Date },
): Promise<boolean> {
  const open: CommandState[] = ['requested', 'unknown', 'sent', 'needs_attention'];
  const { affected } = await tx.update(
    PaymentCommandEntity,
    { id, state: In(open) },
    { state: 'settled', effect, settledAt: at, lastProblem: null },
  );
  return affected === 1;
}

/** True for the one call that handed it to a person; a refund may fail after it was settled. */
export async function handToPerson(
  tx: Tx,
  id: string,
  problem: string,
  from: readonly CommandState[] = ['requested', 'unknown', 'sent'],
): Promise<boolean> {
  const { affected } = await tx.update(
    PaymentCommandEntity,
    { id, state: In([...from]) },
    { state: 'needs_attention', lastProblem: problem.slice(0, 300), settledAt: null, effect: null },
  );
  return affected === 1;
}

/**
 * Puts a command a person has looked at back to work. What was sent before stays known by
 * `refunds_before` and the ledger. True when it was waiting for him.
 */
export async function tryCommandAgain(tx: Tx, id: string): Promise<boolean> {
  const { affected } = await tx.update(
    PaymentCommandEntity,
    { id, state: 'needs_attention' },
    { state: 'requested', attempts: 0, providerReference: null },
  );
  return affected === 1;
}

/** A person paid it back outside. The caller posts `paid_another_way` and records who and why. */
export async function settleAnotherWay(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { affected } = await tx.update(
    PaymentCommandEntity,
    { id, state: 'needs_attention' },
    { state: 'settled_another_way', settledAt: at, lastProblem: null },
  );
  return affected === 1;
}
