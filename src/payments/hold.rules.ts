import type { ProviderState } from './payment-actions.rules.js';

/** GOV.UK Pay lets a delayed capture stand for 120 hours from the payment's creation. */
export const HOLD_HOURS = 120;

/** When the hold lapses; null when the money is not held. */
export function holdEndsAt(payment: { state: ProviderState; createdAt: Date }): Date | null {
  if (payment.state !== 'capturable') return null;
  return new Date(payment.createdAt.getTime() + HOLD_HOURS * 3_600_000);
}
