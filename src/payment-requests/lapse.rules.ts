import {
  type CommandKind,
  isGivenBack,
  type ProviderState,
} from '../payments/payment-actions.rules.js';
import type { LapseCause } from './payment-request-states.rules.js';

interface LapseFacts {
  payment: { id: string; state: ProviderState } | null;
  commands: readonly { kind: CommandKind; paymentId: string }[];
}

/**
 * Why nothing is held or taken of the payment that counts, as the provider last said; null when
 * there is nothing to pay again: it is free, the money stands, or we gave it back ourselves.
 */
export function lapseOf({ payment, commands }: LapseFacts): LapseCause | null {
  if (payment === null) return null;
  if (isGivenBack(commands, payment)) return null;
  switch (payment.state) {
    case 'cancelled':
      return 'cancelled';
    case 'failed':
    case 'error':
      return 'hold_ended';
    case 'created':
    case 'started':
    case 'submitted':
    case 'capturable':
    case 'success':
      return null;
  }
}
