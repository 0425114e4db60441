import {
  COMMAND_KINDS,
  type CommandKind,
  decidePaymentAction,
  furthest,
  isGivenBack,
  PROVIDER_STATES,
  type ProviderState,
} from './payment-actions.rules.js';

const read = (state: ProviderState, amountPence = 5500) => ({
  state,
  amountPence,
  refundablePence: state === 'success' ? amountPence : 0,
});

const decide = (kind: CommandKind, state: ProviderState) =>
  decidePaymentAction({
    kind,
    causeKind: 'decision',
    declaredPence: 5500,
    outstandingPence: state !== 'success' || kind === 'capture' ? null : 2000,
    provider: read(state),
  });

const REFUND = { do: 'refund', amountPence: 2000 };
const PERSON = { do: 'ask_a_person' };
const done = (effect: string) => ({ do: 'record', effect });

/** R1.3: what is done with each state of a payment at the provider, for each kind of command. */
const EXPECTED = [
  ['release', 'created', { do: 'cancel' }],
  ['release', 'started', { do: 'cancel' }],
  ['release', 'submitted', { do: 'wait' }],
  ['release', 'capturable', { do: 'cancel' }],
  ['release', 'success', REFUND],
  ['release', 'failed', done('nothing_to_return')],
  ['release', 'cancelled', done('hold_cancelled')],
  ['release', 'error', done('nothing_to_return')],
  ['capture', 'created', PERSON],
  ['capture', 'started', PERSON],
  ['capture', 'submitted', { do: 'wait' }],
  ['capture', 'capturable', { do: 'capture' }],
  ['capture', 'success', done('captured')],
  ['capture', 'failed', PERSON],
  ['capture', 'cancelled', PERSON],
  ['capture', 'error', PERSON],
  ['refund', 'created', PERSON],
  ['refund', 'started', PERSON],
  ['refund', 'submitted', { do: 'wait' }],
  ['refund', 'capturable', PERSON],
  ['refund', 'success', REFUND],
  ['refund', 'failed', PERSON],
  ['refund', 'cancelled', PERSON],
  ['refund', 'error', PERSON],
] as const;

describe('what to do with the money (R-PAY-2)', () => {
  it.each(EXPECTED)('%s while %s', (kind, state, expected) => {
    expect(decide(kind, state)).toMatchObject(expected);
  });

  it('is said above for all 24 of them', () => {
    const named = EXPECTED.map(([kind, state]) => `${kind} ${state}`);
    const all = COMMAND_KINDS.flatMap((kind) => PROVIDER_STATES.map((state) => `${kind} ${state}`));
    expect([...named].sort()).toEqual(all.sort());
  });

  it.each(['capture', 'release'] as const)('%s asks a person when the amounts differ', (kind) => {
    const provider = read('capturable', 2750);
    expect(
      decidePaymentAction({
        ...{ kind, causeKind: 'decision', declaredPence: 5500, outstandingPence: null, provider },
      }).do,
    ).toBe('ask_a_person');
  });

  it.each([
    ['cancelled', 'hold_cancelled'],
    ['failed', 'nothing_to_return'],
    ['error', 'nothing_to_return'],
    ['success', 'refunded'],
  ] as const)('a release is over once a person has put it right: %s', (state, effect) => {
    expect(
      decidePaymentAction({
        ...{ kind: 'release', causeKind: 'decision', declaredPence: 5500, outstandingPence: 0 },
        provider: read(state, 2750),
      }),
    ).toEqual({ do: 'record', effect });
  });

  it('a wrong amount that was taken is not called captured', () => {
    expect(
      decidePaymentAction({
        ...{ kind: 'capture', causeKind: 'decision', declaredPence: 5500, outstandingPence: null },
        provider: read('success', 2750),
      }).do,
    ).toBe('ask_a_person');
  });

  it('refunds an exact amount although the application declared another than was taken', () => {
    expect(
      decidePaymentAction({
        kind: 'refund',
        causeKind: 'exception',
        declaredPence: 5500,
        outstandingPence: 1000,
        provider: read('success', 2750),
      }),
    ).toEqual({ do: 'refund', amountPence: 1000 });
  });

  it.each(['created', 'started', 'failed', 'cancelled', 'error'] as const)(
    'a capture lest the hold lapse needs no person when the payment is %s',
    (state) => {
      expect(
        decidePaymentAction({
          ...{ kind: 'capture', causeKind: 'hold_ending', declaredPence: 5500 },
          ...{ outstandingPence: null, provider: read(state) },
        }),
      ).toEqual({ do: 'record', effect: 'nothing_to_take' });
    },
  );
});

describe('a refund (R-PAY-3)', () => {
  const release = (outstandingPence: number | null, refundablePence: number) =>
    decidePaymentAction({
      ...{ kind: 'release', causeKind: 'decision', declaredPence: 5500, outstandingPence },
      provider: { ...read('success'), refundablePence },
    });

  it('that has nothing left to give back is only recorded', () => {
    expect(release(0, 0)).toEqual({ do: 'record', effect: 'refunded' });
  });

  it('returns only what is left after a part refund made elsewhere', () => {
    expect(release(3500, 3500)).toEqual({ do: 'refund', amountPence: 3500 });
  });

  it('waits until it is worked out what is to be returned', () => {
    expect(release(null, 5500).do).toBe('wait');
  });

  it('that the provider does not allow is for a person', () => {
    expect(release(5500, 5499).do).toBe('ask_a_person');
  });
});

describe('the furthest of two readings', () => {
  it.each([
    ['created', 'capturable', 'capturable'],
    ['capturable', 'created', 'capturable'],
    ['capturable', 'success', 'success'],
    ['success', 'capturable', 'success'],
    ['cancelled', 'submitted', 'cancelled'],
  ] as const)('known as %s, read as %s: %s', (known, now, expected) => {
    expect(furthest(known, now)).toBe(expected);
  });
});

describe('money given back', () => {
  const commands = [{ kind: 'release', paymentId: 'old' }] as const;

  it('is that of the payment asked about', () => {
    expect(isGivenBack(commands, { id: 'old' })).toBe(true);
    expect(isGivenBack(commands, { id: 'new' })).toBe(false);
    expect(isGivenBack(commands)).toBe(true);
  });

  it('is not what an exact refund returns', () => {
    expect(isGivenBack([{ kind: 'refund', paymentId: 'old' }], { id: 'old' })).toBe(false);
  });
});
