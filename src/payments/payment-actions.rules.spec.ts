import {
  COMMAND_KINDS,
  type CommandKind,
  decidePaymentAction,
  PROVIDER_STATES,
  type ProviderState,
} from './payment-actions.rules.js';

const paid = (state: ProviderState) => ({
  state,
  amountPence: 5500,
  refundablePence: state === 'success' ? 5500 : 0,
  refunds: [] as { id: string; amountPence: number; status: 'submitted' | 'success' | 'error' }[],
});

const decide = (kind: CommandKind, state: ProviderState) =>
  decidePaymentAction({ kind, amountPence: 5500, provider: paid(state) });

describe('what to do with the money (R-PAY-2)', () => {
  it.each([
    ['release', 'created', { do: 'cancel' }],
    ['release', 'started', { do: 'cancel' }],
    ['release', 'submitted', { do: 'wait' }],
    ['release', 'capturable', { do: 'cancel' }],
    ['release', 'success', { do: 'refund', amountPence: 5500 }],
    ['release', 'failed', { do: 'record', effect: 'nothing_to_return' }],
    ['release', 'cancelled', { do: 'record', effect: 'hold_cancelled' }],
    ['release', 'error', { do: 'record', effect: 'nothing_to_return' }],
    ['capture', 'created', { do: 'ask_a_person' }],
    ['capture', 'started', { do: 'ask_a_person' }],
    ['capture', 'submitted', { do: 'wait' }],
    ['capture', 'capturable', { do: 'capture' }],
    ['capture', 'success', { do: 'record', effect: 'captured' }],
    ['capture', 'failed', { do: 'ask_a_person' }],
    ['capture', 'cancelled', { do: 'ask_a_person' }],
    ['capture', 'error', { do: 'ask_a_person' }],
  ] as const)('%s while %s', (kind, state, expected) => {
    expect(decide(kind, state)).toMatchObject(expected);
  });

  it('knows every state for every kind', () => {
    const decided = COMMAND_KINDS.flatMap((kind) =>
      PROVIDER_STATES.map((state) => decide(kind, state)),
    );
    expect(decided).toHaveLength(16);
    expect(decided.every((action) => action.do)).toBe(true);
  });

  it.each(COMMAND_KINDS)('%s asks a person when the amounts differ', (kind) => {
    const provider = { ...paid('capturable'), amountPence: 2750 };
    expect(decidePaymentAction({ kind, amountPence: 5500, provider }).do).toBe('ask_a_person');
  });
});

describe('a refund', () => {
  const release = (
    refunds: { id: string; amountPence: number; status: 'submitted' | 'success' | 'error' }[],
    refundablePence: number,
  ) =>
    decidePaymentAction({
      kind: 'release',
      amountPence: 5500,
      provider: { ...paid('success'), refunds, refundablePence },
    });

  it.each(['submitted', 'success'] as const)(
    'that is already %s is only recorded (R-PAY-3)',
    (status) => {
      expect(release([{ id: 'r1', amountPence: 5500, status }], 0)).toEqual({
        do: 'record',
        effect: 'refunded',
        reference: 'r1',
      });
    },
  );

  it('returns only what is left after a part refund made elsewhere', () => {
    expect(release([{ id: 'r1', amountPence: 2000, status: 'success' }], 3500)).toEqual({
      do: 'refund',
      amountPence: 3500,
    });
  });

  it('that failed at the bank is for a person (R-PAY-4)', () => {
    expect(release([{ id: 'r1', amountPence: 5500, status: 'error' }], 5500).do).toBe(
      'ask_a_person',
    );
  });

  it('that the provider does not allow is for a person', () => {
    expect(release([], 0).do).toBe('ask_a_person');
  });
});
