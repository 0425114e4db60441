/** The states GOV.UK Pay documents for a payment. */
export const PROVIDER_STATES = [
  'created',
  'started',
  'submitted',
  'capturable',
  'success',
  'failed',
  'cancelled',
  'error',
] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

export const COMMAND_KINDS = ['capture', 'release'] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

/** `unknown`: sent, but the answer was lost; it is read before anything is sent again. */
export const COMMAND_STATES = ['requested', 'unknown', 'settled', 'needs_attention'] as const;
export type CommandState = (typeof COMMAND_STATES)[number];

export const COMMAND_EFFECTS = [
  'captured',
  'hold_cancelled',
  'refunded',
  'nothing_to_return',
] as const;
export type CommandEffect = (typeof COMMAND_EFFECTS)[number];

export type PaymentAction =
  | { do: 'capture' | 'cancel' | 'refund' }
  | { do: 'record'; effect: CommandEffect }
  | { do: 'wait' }
  | { do: 'ask_a_person'; because: string };

/**
 * What to do with the money, from the provider's state read at this moment (R-PAY-2).
 * `success` with everything already refunded is decided by the caller's refund total.
 */
export const PAYMENT_ACTIONS: Record<CommandKind, Record<ProviderState, PaymentAction>> = {
  release: {
    created: { do: 'cancel' },
    started: { do: 'cancel' },
    submitted: { do: 'wait' },
    capturable: { do: 'cancel' },
    success: { do: 'refund' },
    failed: { do: 'record', effect: 'nothing_to_return' },
    cancelled: { do: 'record', effect: 'hold_cancelled' },
    error: { do: 'record', effect: 'nothing_to_return' },
  },
  capture: {
    created: { do: 'ask_a_person', because: 'the resident never finished paying' },
    started: { do: 'ask_a_person', because: 'the resident never finished paying' },
    submitted: { do: 'wait' },
    capturable: { do: 'capture' },
    success: { do: 'record', effect: 'captured' },
    failed: { do: 'ask_a_person', because: 'the payment failed or its hold lapsed' },
    cancelled: { do: 'ask_a_person', because: 'the hold was cancelled at the payment service' },
    error: { do: 'ask_a_person', because: 'the payment service reports an error' },
  },
};
