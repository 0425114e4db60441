import { countWritten } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { PaymentTryState } from './payment-request-states.rules.js';
import { PaymentTryEntity } from './payment-try.entity.js';

export type PaymentTry = Readonly<PaymentTryEntity>;

export async function findTry(reader: Reader, id: string): Promise<PaymentTry | null> {
  return reader.findOneBy(PaymentTryEntity, { id });
}

/** Every try of a request, the first one first. */
export async function triesOf(reader: Reader, requestId: string): Promise<PaymentTry[]> {
  return reader.find(PaymentTryEntity, { where: { requestId }, order: { begunAt: 'ASC' } });
}

/** Under the application's lock: a request has one live try at a time. */
export async function insertTry(tx: Tx, begun: PaymentTry): Promise<void> {
  await tx.insert(PaymentTryEntity, begun);
}

/** One more wish for the card page; returns its number. Under the application's lock. */
export async function wishCardPage(tx: Tx, { id, wishes }: PaymentTry): Promise<number> {
  await tx.update(PaymentTryEntity, { id }, { wishes: wishes + 1 });
  return wishes + 1;
}

/** One worker makes the payment at the provider at a time; false: another one is at it. */
export async function takeCreation(
  tx: Tx,
  id: string,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE payment_tries SET creations = creations + 1, creating_until = ?
      WHERE id = ? AND state = 'live' AND provider_payment_id IS NULL
        AND (creating_until IS NULL OR creating_until < ?)`,
    [until, id, now],
  );
  return written === 1;
}

/** True for the one call that named the payment. */
export async function nameProviderPayment(
  tx: Tx,
  id: string,
  providerPaymentId: string,
): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE payment_tries SET provider_payment_id = ?, creating_until = NULL
      WHERE id = ? AND provider_payment_id IS NULL`,
    [providerPaymentId, id],
  );
  return written === 1;
}

/** The card page's address, read when so many wishes had been made. */
export async function keepCardPage(
  tx: Tx,
  id: string,
  { url, wishes }: { url: string | null; wishes: number },
): Promise<void> {
  await tx.query(
    `UPDATE payment_tries SET card_page_url = ?, wishes_met = GREATEST(wishes_met, ?)
      WHERE id = ? AND state = 'live'`,
    [url, wishes, id],
  );
}

/** True for the one call that ended it. Its card page is forgotten. */
export async function endTry(
  tx: Tx,
  id: string,
  { state, at }: { state: Exclude<PaymentTryState, 'live'>; at: Date },
): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE payment_tries SET state = ?, ended_at = ?, card_page_url = NULL
      WHERE id = ? AND state = 'live'`,
    [state, at, id],
  );
  return written === 1;
}
