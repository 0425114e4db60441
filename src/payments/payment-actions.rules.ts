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
  | { do: 'capture' }
  | { do: 'cancel' }
  | { do: 'refund'; amountPence: number }
  | { do: 'record'; effect: CommandEffect; reference: string | null }
  | { do: 'wait'; because: string }
  | { do: 'ask_a_person'; because: string };

type Rule = 'capture' | 'cancel' | 'refund' | CommandEffect | 'wait' | { person: string };

/** What to do with the money, from the provider's state read at this moment (R-PAY-2). */
export const PAYMENT_ACTIONS: Record<CommandKind, Record<ProviderState, Rule>> = {
  release: {
    created: 'cancel',
    started: 'cancel',
    submitted: 'wait',
    capturable: 'cancel',
    success: 'refund',
    failed: 'nothing_to_return',
    cancelled: 'hold_cancelled',
    error: 'nothing_to_return',
  },
  capture: {
    created: { person: 'The resident never finished paying.' },
    started: { person: 'The resident never finished paying.' },
    submitted: 'wait',
    capturable: 'capture',
    success: 'captured',
    failed: { person: 'The payment failed or its hold lapsed, so there is nothing to take.' },
    cancelled: {
      person: 'The hold was cancelled at the payment service, so there is nothing to take.',
    },
    error: { person: 'The payment service reports an error for this payment.' },
  },
};

interface Facts {
  kind: CommandKind;
  /** What the application said was paid. */
  amountPence: number;
  provider: {
    state: ProviderState;
    amountPence: number;
    refundablePence: number;
    refunds: readonly {
      id: string;
      amountPence: number;
      status: 'submitted' | 'success' | 'error';
    }[];
  };
}

/** First match: a wrong amount, then the table, then what was already refunded (R-PAY-3). */
export function decidePaymentAction({ kind, amountPence, provider }: Facts): PaymentAction {
  if (provider.amountPence !== amountPence) {
    return { do: 'ask_a_person', because: 'The payment service holds a different amount.' };
  }
  const rule = PAYMENT_ACTIONS[kind][provider.state];
  if (typeof rule === 'object') return { do: 'ask_a_person', because: rule.person };
  if (rule === 'wait') return { do: 'wait', because: 'The payment is still being taken.' };
  if (rule === 'refund') return decideRefund(provider);
  if (rule === 'capture' || rule === 'cancel') return { do: rule };
  return { do: 'record', effect: rule, reference: null };
}

function decideRefund(provider: Facts['provider']): PaymentAction {
  const standing = provider.refunds.filter((refund) => refund.status !== 'error');
  const returned = standing.reduce((sum, refund) => sum + refund.amountPence, 0);
  if (returned >= provider.amountPence) {
    return { do: 'record', effect: 'refunded', reference: standing.at(-1)?.id ?? null };
  }
  // R-PAY-4: the card is gone; sending the same again will not help.
  if (provider.refunds.some((refund) => refund.status === 'error')) {
    return {
      do: 'ask_a_person',
      because: 'The refund failed at the bank: pay it back another way.',
    };
  }
  const amountPence = provider.amountPence - returned;
  if (provider.refundablePence < amountPence) {
    return { do: 'ask_a_person', because: 'The payment service does not allow this refund.' };
  }
  return { do: 'refund', amountPence };
}

/** An earlier decision told the payment service to give the money back; it is told only once. */
export function isGivenBack(commands: readonly { kind: CommandKind }[]): boolean {
  return commands.some(({ kind }) => kind === 'release');
}
