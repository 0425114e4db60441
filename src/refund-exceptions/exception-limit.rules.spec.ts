import { leftOfLimit, otherExceptionsPence } from './exception-limit.rules.js';
import { EXCEPTION_STATES, type ExceptionState } from './exception-states.rules.js';

const COUNTED: readonly ExceptionState[] = ['requested', 'approved'];

const one = (id: string, state: ExceptionState, amountPence: number, paymentId = 'payment') => ({
  ...{ id, paymentId, state, amountPence },
});

describe('what counts towards a limit (R-CAN-2)', () => {
  const pairs = EXCEPTION_STATES.flatMap((first) =>
    EXCEPTION_STATES.map((second) => [first, second] as const),
  );

  it.each(pairs)('another one that is %s and a third that is %s', (first, second) => {
    const exceptions = [
      one('this', 'requested', 1),
      one('first', first, 20),
      one('second', second, 300),
      one('elsewhere', 'approved', 4000, 'other payment'),
    ];
    const counted = (COUNTED.includes(first) ? 20 : 0) + (COUNTED.includes(second) ? 300 : 0);
    const of = (except: string | null) =>
      otherExceptionsPence(exceptions, { paymentId: 'payment', except });
    expect([of('this'), of(null)]).toEqual([counted, counted + 1]);
  });

  it.each([
    [10_000, 0, 10_000],
    [10_000, 9_999, 1],
    [10_000, 10_000, 0],
    [10_000, 10_001, 0],
    [0, 0, 0],
  ])('of a limit of %i, with %i counted, %i is left', (limit, others, left) => {
    expect(leftOfLimit(limit, others)).toBe(left);
  });

  it('however an amount is split, no more than the limit is let through', () => {
    const limit = 10;
    for (let first = 1; first <= limit + 1; first += 1) {
      for (let second = 1; second <= limit + 1; second += 1) {
        for (let third = 1; third <= limit + 1; third += 1) {
          const passed: number[] = [];
          for (const pence of [first, second, third]) {
            const others = otherExceptionsPence(
              passed.map((amount, index) => one(String(index), 'approved', amount)),
              { paymentId: 'payment', except: null },
            );
            if (pence <= leftOfLimit(limit, others)) passed.push(pence);
          }
          expect(passed.reduce((sum, pence) => sum + pence, 0)).toBeLessThanOrEqual(limit);
        }
      }
    }
  });
});
