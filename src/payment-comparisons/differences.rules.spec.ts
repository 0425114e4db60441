import { PROVIDER_STATES } from '../payments/payment-actions.rules.js';
import { addDays, localDate } from '../shared/london-date.js';
import {
  differenceKey,
  differencesOf,
  NEVER_CORRECTED,
  type Ours,
  SETTLES_WITHIN_DAYS,
  type Theirs,
} from './differences.rules.js';

const TODAY = localDate('2026-11-20');
const theirs = (change: Partial<Theirs> = {}): Theirs => ({
  ...{ state: 'capturable', amountPence: 5500, refundedPence: 0 },
  ...{ capturedOn: null, settledOn: null },
  ...change,
});
const ours = (change: Partial<Ours> = {}): Ours => ({
  ...{ state: 'capturable', amountPence: 5500, refundedPence: 0, clearingPence: 0 },
  ...change,
});
const found = (a: Ours | null, b: Theirs | null) =>
  differencesOf({ ours: a, theirs: b, corrected: NEVER_CORRECTED }, TODAY);

describe('both sides have the payment', () => {
  it.each(PROVIDER_STATES)('the same in state %s is no difference', (state) => {
    const clearingPence = state === 'success' ? 5500 : 0;
    expect(found(ours({ state, clearingPence }), theirs({ state }))).toEqual([]);
  });

  it.each([
    ['another amount', ours({ amountPence: 5499 }), theirs()],
    [
      'a refund we do not know',
      ours({ state: 'success', clearingPence: 5500 }),
      theirs({ state: 'success', refundedPence: 1000 }),
    ],
    [
      'a refund they do not know',
      ours({ state: 'success', refundedPence: 1000, clearingPence: 4500 }),
      theirs({ state: 'success' }),
    ],
    ['money the ledger lacks', ours({ state: 'success' }), theirs({ state: 'success' })],
    ['money the ledger has and they do not', ours({ clearingPence: 5500 }), theirs()],
  ])('%s is a different amount', (_what, one, other) => {
    expect(found(one, other)).toEqual(['amount_differs']);
  });

  it('a part given back lies there no longer, in the ledger too', () => {
    const one = ours({ state: 'success', refundedPence: 1000, clearingPence: 4500 });
    expect(found(one, theirs({ state: 'success', refundedPence: 1000 }))).toEqual([]);
  });

  it('another state is a difference of its own', () => {
    expect(found(ours({ state: 'cancelled' }), theirs({ state: 'failed' }))).toEqual([
      'state_differs',
    ]);
  });

  it('several things can be wrong at once', () => {
    const other = theirs({ state: 'success', amountPence: 1, capturedOn: localDate('2026-01-01') });
    expect(found(ours(), other)).toEqual(['amount_differs', 'state_differs', 'late_settlement']);
  });
});

describe('one side lacks it', () => {
  it('they lack it', () => expect(found(ours(), null)).toEqual(['theirs_missing']));
  it.each(PROVIDER_STATES)('we lack one in state %s: only money matters', (state) => {
    const matters = state === 'capturable' || state === 'success';
    expect(found(null, theirs({ state }))).toEqual(matters ? ['ours_missing'] : []);
  });
  it.each([
    ['given back in full is nobody’s money', { refundedPence: 5500 }, [0, 0], []],
    ['given back in part is', { refundedPence: 5000 }, [0, 0], ['ours_missing']],
    ['as the ledger was corrected is none', {}, [5500, 1], []],
    ['given back after it is one', { refundedPence: 5500 }, [5500, 1], ['ours_missing']],
  ] as const)('we lack one: %s', (_what, change, [unplacedPence, times], expected) => {
    const sides = { ours: null, theirs: theirs({ state: 'success', ...change }) };
    const corrected = { unplacedPence, times };
    expect(differencesOf({ ...sides, corrected }, TODAY)).toEqual(expected);
  });
  it('nobody has it', () => expect(found(null, null)).toEqual([]));
});

describe('settlement', () => {
  const taken = localDate('2026-11-01');
  const limit = addDays(taken, SETTLES_WITHIN_DAYS);
  const at = (settledOn: Theirs['settledOn'], today: typeof TODAY) =>
    differencesOf(
      {
        ours: ours({ state: 'success', clearingPence: 5500 }),
        theirs: theirs({ state: 'success', capturedOn: taken, settledOn }),
        corrected: NEVER_CORRECTED,
      },
      today,
    );
  it.each([
    ['on the last day', limit, TODAY, []],
    ['a day later', addDays(limit, 1), TODAY, ['late_settlement']],
    ['not yet, on the last day', null, limit, []],
    ['not yet, a day later', null, addDays(limit, 1), ['late_settlement']],
  ])('%s', (_when, settledOn, today, expected) => {
    expect(at(settledOn, today)).toEqual(expected);
  });
});

describe('the name of a difference', () => {
  const sides = { ours: ours(), theirs: theirs({ amountPence: 1 }), corrected: NEVER_CORRECTED };
  const key = differenceKey('amount_differs', 'pay1', sides);

  it('is the same while the figures are, and another one when they change', () => {
    expect(differenceKey('amount_differs', 'pay1', { ...sides })).toBe(key);
    const other = { ...sides, theirs: theirs({ amountPence: 2 }) };
    expect(differenceKey('amount_differs', 'pay1', other)).not.toBe(key);
    expect(differenceKey('state_differs', 'pay1', sides)).not.toBe(key);
  });

  it('is another one when the same figures come again after the ledger was corrected', () => {
    const corrected = { unplacedPence: 0, times: 2 };
    expect(differenceKey('amount_differs', 'pay1', { ...sides, corrected })).not.toBe(key);
  });

  it.each(['state_differs', 'theirs_missing'] as const)(
    'of %s stays the same when the ledger was corrected',
    (kind) => {
      const after = { ...sides, ours: ours({ clearingPence: 5500 }) };
      const corrected = { unplacedPence: 0, times: 1 };
      expect(differenceKey(kind, 'pay1', { ...after, corrected })).toBe(
        differenceKey(kind, 'pay1', sides),
      );
    },
  );

  it('of late money does not change with its days', () => {
    const one = { ...sides, theirs: theirs({ settledOn: TODAY }) };
    expect(differenceKey('late_settlement', 'pay1', one)).toBe('late_settlement:pay1');
  });
});
