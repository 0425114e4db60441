import { lockApplication } from '../applications/applications.store.js';
import type { Tx } from '../platform/database/transaction.js';
import { lockPaymentById, type Payment } from './payments.store.js';

/**
 * Holds a payment in the order of the house, application → payment. Everything that writes of a
 * payment's money begins here: the timeline and the ledger refer to the application as well.
 */
export async function lockMoney(
  tx: Tx,
  { applicationId, paymentId }: { applicationId: string; paymentId: string },
): Promise<Payment> {
  await lockApplication(tx, applicationId);
  const payment = await lockPaymentById(tx, paymentId);
  if (!payment) throw new Error('The payment was read before and is gone.');
  return payment;
}
