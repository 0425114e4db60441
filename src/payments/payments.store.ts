import { IsNull } from 'typeorm';
import { countWritten } from '../platform/database/conditional-write.js';
import { lockRow } from '../platform/database/lock-row.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import type { ProviderState } from './payment-actions.rules.js';
import { PaymentEntity } from './payment.entity.js';

export type Payment = Readonly<PaymentEntity>;

/** A payment as it arrives: nothing is known to be taken or given back yet. */
export type NewPayment = Omit<
  Payment,
  'capturedPence' | 'capturedAt' | 'returnsPromisedPence' | 'notFoundAt' | 'replacedAt'
> & {
  /** Set for one that does not count (yet): a try to pay again that is not finished. */
  replacedAt?: Date | null;
};

export async function insertPayment(tx: Tx, payment: NewPayment): Promise<void> {
  await tx.insert(PaymentEntity, {
    replacedAt: null,
    ...payment,
    capturedPence: 0,
    capturedAt: null,
    returnsPromisedPence: 0,
    notFoundAt: null,
  });
}

/** The payment that counts now; those it replaced are among {@link paymentsOf}. */
export async function findPayment(reader: Reader, applicationId: string): Promise<Payment | null> {
  return reader.findOneBy(PaymentEntity, { applicationId, replacedAt: IsNull() });
}

export async function findPaymentById(reader: Reader, id: string): Promise<Payment | null> {
  return reader.findOneBy(PaymentEntity, { id });
}

export async function findPaymentByProviderId(
  reader: Reader,
  providerPaymentId: string,
): Promise<Payment | null> {
  return reader.findOneBy(PaymentEntity, { providerPaymentId });
}

/** Every payment the application ever had, the first one first. */
export async function paymentsOf(reader: Reader, applicationId: string): Promise<Payment[]> {
  return reader.find(PaymentEntity, {
    where: { applicationId },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
}

/** The last lock of the order property → application → payment. */
export async function lockPayment(tx: Tx, applicationId: string): Promise<Payment | null> {
  return lockRow(tx, PaymentEntity, { applicationId, replacedAt: IsNull() });
}

export async function lockPaymentById(tx: Tx, id: string): Promise<Payment | null> {
  return lockRow(tx, PaymentEntity, { id });
}

/** Another payment takes its place. True for the one call that said so. */
export async function markReplaced(tx: Tx, id: string, at: Date): Promise<boolean> {
  const written = await countWritten(
    tx,
    'UPDATE payments SET replaced_at = ? WHERE id = ? AND replaced_at IS NULL',
    [at, id],
  );
  return written === 1;
}

/**
 * Promises to give so much back. False when together with what was promised before it would be more
 * than was taken: the row is changed only where there is room, so that no number of promises made at
 * once can exceed it (R-CAN-2). A promise stays when the refund fails: the money is still owed.
 */
export async function promiseReturn(tx: Tx, id: string, pence: Pence): Promise<boolean> {
  if (!Number.isSafeInteger(pence) || pence <= 0) return false;
  const written = await countWritten(
    tx,
    `UPDATE payments SET returns_promised_pence = returns_promised_pence + ?
      WHERE id = ? AND returns_promised_pence + ? <= captured_pence`,
    [pence, id, pence],
  );
  return written === 1;
}

/**
 * Returns that were made without our asking count as promised, as far as there is room. Counted anew
 * from what our commands promised: when one of them fails at the bank, ours must not go with it.
 */
export async function recountReturns(tx: Tx, id: string, unaskedPence: Pence): Promise<void> {
  await tx.query(
    `UPDATE payments p
        SET p.returns_promised_pence = LEAST(p.captured_pence, ? + (
              SELECT COALESCE(SUM(c.returns_pence), 0) FROM payment_commands c
               WHERE c.payment_id = p.id))
      WHERE p.id = ?`,
    [unaskedPence, id],
  );
}

/** The payment service answered that there is no such payment; the caller holds its lock. */
export async function notePaymentNotFound(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(PaymentEntity, { id }, { notFoundAt: at });
}

export interface KnownState {
  state: ProviderState;
  capturedPence: Pence;
  capturedAt: Date | null;
  refundedPence: Pence;
  holdEndsAt: Date | null;
  stateReadAt: Date;
  /** Kept only while no later reading found the payment. */
  notFoundAt: Date | null;
}

/** What the provider is known to have: written by `keepProviderRead` only, under the payment's lock. */
export async function savePaymentState(tx: Tx, id: string, known: KnownState): Promise<void> {
  const { state, capturedPence, capturedAt, refundedPence, holdEndsAt, stateReadAt } = known;
  const { notFoundAt } = known;
  await tx.update(
    PaymentEntity,
    { id },
    { state, capturedPence, capturedAt, refundedPence, holdEndsAt, stateReadAt, notFoundAt },
  );
}
