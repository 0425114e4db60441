import { keepProviderRead } from '../../src/payments/keep-provider-read.js';
import type { ProviderState } from '../../src/payments/payment-actions.rules.js';
import { findPayment } from '../../src/payments/payments.store.js';
import type { Tx } from '../../src/platform/database/transaction.js';

/** Keeps a reading of the application's payment, as the worker would: with its ledger. */
export async function keepReading(
  tx: Tx,
  applicationId: string,
  state: ProviderState,
  at = new Date(),
): Promise<void> {
  const payment = await findPayment(tx, applicationId);
  if (!payment) throw new Error('The application has no payment.');
  const taken = state === 'success' ? payment.amountPence : 0;
  await keepProviderRead(tx, {
    paymentId: payment.id,
    provider: {
      ...{ id: payment.providerPaymentId, state, amountPence: payment.amountPence },
      ...{ createdAt: at, capturedAt: null, isDelayedCapture: true, refundablePence: taken },
      ...{ refunds: [], cardPageUrl: null, isWhole: true, capturedOn: null, settledOn: null },
    },
    at,
  });
}
