import { isDuplicateKey, StaleWrite } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { Actor } from '../timeline/timeline-events.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { PaymentRequestEntity } from './payment-request.entity.js';
import { type PaymentRequestAction, stateAfter } from './payment-request-states.rules.js';

export type PaymentRequest = Readonly<PaymentRequestEntity>;

/** Every write below is made under the application's lock. */
export async function insertPaymentRequest(tx: Tx, request: PaymentRequest): Promise<void> {
  try {
    await tx.insert(PaymentRequestEntity, request);
  } catch (error) {
    // One form, one request: its id was used before, for another case.
    if (isDuplicateKey(error)) throw new StaleWrite('request to pay');
    throw error;
  }
}

export async function findPaymentRequest(
  reader: Reader,
  id: string,
): Promise<PaymentRequest | null> {
  return reader.findOneBy(PaymentRequestEntity, { id });
}

/** Every request of a case to pay again, newest first. */
export async function paymentRequestsOf(
  reader: Reader,
  applicationId: string,
): Promise<PaymentRequest[]> {
  return reader.find(PaymentRequestEntity, {
    where: { applicationId },
    order: { askedAt: 'DESC', id: 'DESC' },
  });
}

/** Ends an open request; when it ended is written where its end belongs. */
export async function endPaymentRequest(
  tx: Tx,
  { id, state }: PaymentRequest,
  { action, at }: { action: PaymentRequestAction; at: Date },
): Promise<void> {
  const { affected } = await tx.update(
    PaymentRequestEntity,
    { id, state },
    { state: stateAfter(state, action), ...ENDED_AT[action](at) },
  );
  if (affected !== 1) throw new StaleWrite('request to pay');
}

const ENDED_AT: Readonly<Record<PaymentRequestAction, (at: Date) => object>> = {
  pay: (paidAt) => ({ paidAt }),
  lapse: (lapsedAt) => ({ lapsedAt }),
  close: (closedAt) => ({ closedAt }),
};

/**
 * The case waits for the resident no more: an open request ends, and one that lapsed is waited for
 * no longer. A try that is still open at the provider is ended by whoever follows it. Does nothing
 * when no request is there.
 */
export async function closePaymentRequest(
  tx: Tx,
  closing: { applicationId: string; actor: Actor; at: Date },
): Promise<void> {
  const { applicationId, at } = closing;
  const [request] = await paymentRequestsOf(tx, applicationId);
  if (!request || request.closedAt !== null) return;
  if (request.state === 'lapsed') {
    await tx.update(PaymentRequestEntity, { id: request.id }, { closedAt: at });
  }
  if (request.state !== 'open') return;
  await endPaymentRequest(tx, request, { action: 'close', at });
  const payload = { requestId: request.id };
  await recordEvent(tx, closing, { type: 'payment-request-closed', payload });
}
