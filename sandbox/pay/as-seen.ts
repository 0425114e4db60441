import { type PaymentRecord } from './payment.record.js';

/**
 * A payment as an eventually consistent endpoint shows it: what happened in the last `lagMs` is not
 * there yet, and a payment as young as that is null.
 */
export function asSeen(payment: PaymentRecord, now: Date, lagMs: number): PaymentRecord | null {
  if (lagMs === 0) return payment;
  const until = now.getTime() - lagMs;
  const isSeen = (at: string): boolean => Date.parse(at) <= until;
  if (!isSeen(payment.createdAt)) return null;
  return {
    ...payment,
    events: payment.events.filter(({ at }) => isSeen(at)),
    refunds: payment.refunds.filter(({ createdAt }) => isSeen(createdAt)),
  };
}

/** When such an endpoint's answer was true. */
export function seenAt(now: Date, lagMs: number): Date {
  return new Date(now.getTime() - lagMs);
}
