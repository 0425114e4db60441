import type { Reader, Tx } from '../platform/database/transaction.js';
import { newId } from '../platform/database/new-id.js';
import { PaymentCommandEntity } from './payment-command.entity.js';
import { PaymentEntity } from './payment.entity.js';
import type { CommandKind } from './payment-actions.rules.js';

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
