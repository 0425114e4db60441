import { type SandboxState } from '../state/sandbox-state.js';
import { capturePayment, newPayId, withEvent, withRefund } from './payment-changes.js';
import { isFinished, refundAvailabilityAt, refundedPence, statusAt } from './payment-progress.js';
import { type PaymentRecord } from './payment.record.js';

/** What other hands than our client's may do to a payment: a colleague in Pay's admin tool, the resident, time. */
export const HAPPENINGS = ['captured', 'cancelled', 'refunded', 'expired'] as const;
export type OutsideHappening = (typeof HAPPENINGS)[number];

/** Lets it happen where the payment's state allows it; says whether it did. */
export function letHappen(
  state: SandboxState,
  paymentId: string,
  happening: OutsideHappening,
  amountPence?: number,
): boolean {
  const payment = state.payments.get(paymentId);
  if (!payment) return false;
  const now = state.now();
  const changed = changedBy(happening, payment, now, amountPence);
  if (changed) state.payments.put(changed);
  return changed !== null;
}

function changedBy(
  happening: OutsideHappening,
  payment: PaymentRecord,
  now: Date,
  amountPence?: number,
): PaymentRecord | null {
  const status = statusAt(payment, now);
  const at = now.toISOString();
  switch (happening) {
    case 'captured':
      return status === 'capturable' ? capturePayment(payment, now, now) : null;
    case 'cancelled':
      return isFinished(status)
        ? null
        : withEvent(payment, { status: 'cancelled', code: 'P0040', at });
    case 'expired':
      return isFinished(status)
        ? null
        : withEvent(payment, { status: 'failed', code: 'P0020', at });
    case 'refunded':
      return refunded(payment, now, amountPence);
  }
}

function refunded(payment: PaymentRecord, now: Date, wanted?: number): PaymentRecord | null {
  if (refundAvailabilityAt(payment, now) !== 'available') return null;
  const available = payment.amount - refundedPence(payment, now);
  const at = now.toISOString();
  return withRefund(payment, {
    id: newPayId(),
    amount: Math.min(wanted ?? available, available),
    ...{ createdAt: at, settlesAt: at, outcome: 'success' },
  });
}
