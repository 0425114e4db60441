import type { Tx } from '../platform/database/transaction.js';
import { commandsOfPayment } from './payment-commands.store.js';
import type { ProviderPayment } from './payment-gateway.js';
import type { Payment } from './payments.store.js';

type KeptRead = Pick<
  ProviderPayment,
  'state' | 'amountPence' | 'createdAt' | 'isDelayedCapture' | 'capturedAt' | 'refunds'
>;

/**
 * What was kept of a payment before there was a ledger, as if it had just been read: the refund that
 * a settled release had made is known by its number. Refunds made elsewhere come with the next read.
 */
export async function ledgerOfEarlierRefunds(tx: Tx, payment: Payment): Promise<KeptRead> {
  const commands = await commandsOfPayment(tx, payment.id);
  const refunds = commands.flatMap(({ effect, providerReference, returnsPence, settledAt }) =>
    effect === 'refunded' && providerReference !== null && returnsPence !== null
      ? [
          {
            id: providerReference,
            amountPence: returnsPence,
            status: 'success' as const,
            createdAt: settledAt,
          },
        ]
      : [],
  );
  return {
    state: payment.state,
    amountPence: payment.capturedPence || payment.amountPence,
    createdAt: payment.createdAt,
    isDelayedCapture: false,
    capturedAt: payment.capturedAt,
    refunds,
  };
}
