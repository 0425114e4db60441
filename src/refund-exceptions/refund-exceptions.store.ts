import { writeUnique } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import type { ExceptionState } from './exception-states.rules.js';
import { RefundExceptionEntity } from './refund-exception.entity.js';

export type RefundException = Readonly<RefundExceptionEntity>;

/** One form is one request: the form of another case throws StaleWrite. */
export async function insertException(tx: Tx, exception: RefundException): Promise<void> {
  await writeUnique('refund exception', () => tx.insert(RefundExceptionEntity, exception));
}

export async function findException(reader: Reader, id: string): Promise<RefundException | null> {
  return reader.findOneBy(RefundExceptionEntity, { id });
}

/** Every request of a case, the newest first. */
export async function exceptionsOf(
  reader: Reader,
  applicationId: string,
): Promise<RefundException[]> {
  return reader.find(RefundExceptionEntity, {
    where: { applicationId },
    order: { requestedAt: 'DESC', id: 'DESC' },
  });
}

/** What is asked for of this payment and not answered yet. */
export async function waitingPence(reader: Reader, paymentId: string): Promise<Pence> {
  const [row]: { pence: string | null }[] = await reader.query(
    `SELECT SUM(amount_pence) AS pence FROM refund_exceptions
      WHERE payment_id = ? AND state = 'requested'`,
    [paymentId],
  );
  return Number(row?.pence ?? 0);
}

interface Settlement {
  state: Exclude<ExceptionState, 'requested'>;
  settledBy: string | null;
  settledAt: Date;
  settledFormId: string | null;
  declineWords: string | null;
}

/** True for the one call that answered it; the form that answered another one throws StaleWrite. */
export async function settleException(
  tx: Tx,
  id: string,
  settlement: Settlement,
): Promise<boolean> {
  const { affected } = await writeUnique('refund exception', () =>
    tx.update(RefundExceptionEntity, { id, state: 'requested' }, settlement),
  );
  return affected === 1;
}
