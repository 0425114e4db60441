import fc from 'fast-check';

export const FAULTS = [
  'drop-before',
  'drop-after',
  'mid-body',
  'status-409',
  'status-429',
  'status-500',
  'garbled',
  'refund-error',
] as const;
export const OPERATIONS = ['read', 'list-refunds', 'cancel', 'capture', 'refund'] as const;
export const OUTSIDE = ['captured', 'cancelled', 'refunded', 'expired'] as const;

/** `kase` and `pick` are taken modulo what there is. */
export type MoneyStep =
  | { step: 'decide'; kase: number; outcome: 'reject' | 'approve' | 'withdraw' }
  | { step: 'hold_ends'; kase: number }
  | { step: 'exceptions'; kase: number; pence: number[] }
  | { step: 'bad_luck'; pence: number; fates: FaultName[]; isBehind: boolean }
  | { step: 'work'; way: 'one' | 'all' | 'at_once' | 'redis'; pick: number }
  | { step: 'die'; pick: number; at: number }
  | { step: 'fault'; kase: number; operation: (typeof OPERATIONS)[number]; fault: FaultName }
  | { step: 'meanwhile'; kase: number; operation: (typeof OPERATIONS)[number]; what: OutsideName }
  | { step: 'outside'; kase: number; what: OutsideName; pence: number; isNoticed: boolean }
  | { step: 'read'; kase: number }
  | { step: 'keep'; pick: number }
  | { step: 'lag'; isBehind: boolean }
  | { step: 'time'; seconds: number }
  | { step: 'person'; pick: number; does: 'again' | 'another_way' };
type FaultName = (typeof FAULTS)[number];
type OutsideName = (typeof OUTSIDE)[number];

/** Of the three cases the second is approved and its money taken: most happens to it. */
const kase = fc.constantFrom(0, 1, 1, 2);
const pick = fc.nat({ max: 7 });
const operation = fc.constantFrom(...OPERATIONS, 'refund' as const, 'refund' as const);
const record = <K extends MoneyStep['step'], T>(
  step: K,
  model: { [P in keyof T]: fc.Arbitrary<T[P]> },
) =>
  fc.record({ step: fc.constant(step), ...model }) as unknown as fc.Arbitrary<
    Extract<MoneyStep, { step: K }>
  >;
const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

/** Odd amounts, equal amounts, a penny, and more than there is. */
const pence = fc.constantFrom(1, 700, 700, 1835, 1999, 5501);
const aFate = fc.constantFrom(...FAULTS, 'refund-error', 'refund-error', 'drop-after', 'mid-body');
const WAYS = ['one', 'one', 'all', 'all', 'all', 'all', 'at_once', 'at_once', 'redis'] as const;
const HOUR = 3600;

export const aMoneyStep: fc.Arbitrary<MoneyStep> = fc.oneof(
  weighted(
    8,
    record('decide', {
      kase,
      outcome: fc.constantFrom('reject', 'approve', 'approve', 'withdraw'),
    }),
  ),
  weighted(2, record('hold_ends', { kase })),
  weighted(
    9,
    record('exceptions', {
      kase: fc.constantFrom(0, 1, 1, 1, 1, 2),
      pence: fc.array(pence, { minLength: 1, maxLength: 3 }),
    }),
  ),
  // One refund that fails in one way after another, and is put back to work each time.
  weighted(
    4,
    record('bad_luck', {
      pence,
      fates: fc.array(aFate, { minLength: 2, maxLength: 3 }),
      isBehind: fc.boolean(),
    }),
  ),
  weighted(12, record('work', { way: fc.constantFrom(...WAYS), pick })),
  weighted(5, record('die', { pick, at: fc.nat({ max: 11 }) })),
  weighted(6, record('fault', { kase, operation, fault: fc.constantFrom(...FAULTS) })),
  // The bank refuses a refund some time after the payment service took it.
  weighted(
    4,
    record('fault', {
      kase,
      operation: fc.constant('refund' as const),
      fault: fc.constant('refund-error' as const),
    }),
  ),
  weighted(2, record('meanwhile', { kase, operation, what: fc.constantFrom(...OUTSIDE) })),
  weighted(
    6,
    record('outside', {
      kase: fc.constantFrom(0, 1, 1, 2, 2),
      what: fc.constantFrom(...OUTSIDE, 'refunded', 'refunded', 'refunded'),
      pence,
      isNoticed: fc.boolean(),
    }),
  ),
  weighted(3, record('read', { kase })),
  weighted(3, record('keep', { pick })),
  weighted(2, record('lag', { isBehind: fc.boolean() })),
  weighted(3, record('time', { seconds: fc.constantFrom(1, 60, 400, 26 * HOUR, 121 * HOUR) })),
  weighted(3, record('person', { pick, does: fc.constantFrom('again', 'again', 'another_way') })),
);
