import { ledgerOf } from '../ledger/ledger.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import type { PaymentCommand } from './payment-commands.store.js';

/** What a command still has to give back, by the ledger; null while nothing was promised. */
export async function outstandingPence(
  reader: Reader,
  { id, paymentId, returnsPence }: PaymentCommand,
): Promise<Pence | null> {
  if (returnsPence === null) return null;
  const journals = await ledgerOf(reader, { paymentId });
  return journals
    .filter(({ commandId }) => commandId === id)
    .reduce((left, { kind, entries }) => {
      const pence = entries.reduce((sum, entry) => sum + entry.pence, 0);
      if (kind === 'refund_sent') return left - pence;
      return kind === 'refund_failed' ? left + pence : left;
    }, returnsPence);
}
