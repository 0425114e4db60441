import { countWritten } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import { PaymentEntity } from './payment.entity.js';
import { markReplaced, type NewPayment, type Payment } from './payments.store.js';

/**
 * A payment that a resident has begun and that does not count yet: it stands beside the current one,
 * so that whoever hears of it from the provider knows whose it is.
 */
export async function insertSparePayment(tx: Tx, payment: NewPayment): Promise<void> {
  await tx.insert(PaymentEntity, {
    ...payment,
    capturedPence: 0,
    capturedAt: null,
    returnsPromisedPence: 0,
    replacedAt: payment.createdAt,
  });
}

/** The spare one counts from now on, and the one before it no more. */
export async function takeItsPlace(
  tx: Tx,
  { current, spareId, at }: { current: Payment; spareId: string; at: Date },
): Promise<void> {
  const isReplaced = await markReplaced(tx, current.id, at);
  const written = await countWritten(
    tx,
    'UPDATE payments SET replaced_at = NULL WHERE id = ? AND replaced_at IS NOT NULL',
    [spareId],
  );
  if (!isReplaced || written !== 1) throw new Error('One payment takes the place of one other.');
}
