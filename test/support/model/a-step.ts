import fc from 'fast-check';
import { aPick, aWish, type Wish } from './wishes.js';

export type Step =
  | { step: 'act'; wish: Wish; way: 'once' | 'again' | 'at_once' }
  | { step: 'crash'; wish: Wish; beforeWrite: number }
  | { step: 'race'; one: Wish; other: Wish }
  | { step: 'go_on'; kase: number; picks: number[] }
  | { step: 'grant'; turn: number; isLapsed: boolean }
  | { step: 'send_old'; pick: number }
  | { step: 'next'; pick: number }
  | { step: 'time'; seconds: number }
  | { step: 'work'; way: 'plain' | 'redis' | 'flushed' }
  | { step: 'die'; row: number; at: number }
  | { step: 'flush' }
  | { step: 'seal' };

const HOUR = 3600;
const TIMES = [1, 21 * 60, 3 * HOUR, 26 * HOUR, 73 * HOUR, 7 * 24 * HOUR + 1, 40 * 24 * HOUR];

const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

export const aStep: fc.Arbitrary<Step> = fc.oneof(
  weighted(
    20,
    fc.record({
      step: fc.constant('act' as const),
      wish: aWish,
      way: fc.constantFrom('once', 'once', 'once', 'again', 'at_once'),
    }),
  ),
  weighted(
    12,
    fc.record({
      step: fc.constant('go_on' as const),
      kase: fc.nat({ max: 3 }),
      picks: fc.array(aPick, { minLength: 2, maxLength: 6, size: 'max' }),
    }),
  ),
  weighted(
    3,
    fc.record({
      step: fc.constant('grant' as const),
      turn: fc.nat({ max: 99 }),
      isLapsed: fc.boolean(),
    }),
  ),
  weighted(
    3,
    fc.record({
      step: fc.constant('crash' as const),
      wish: aWish,
      beforeWrite: fc.integer({ min: 1, max: 14 }),
    }),
  ),
  weighted(4, fc.record({ step: fc.constant('race' as const), one: aWish, other: aWish })),
  weighted(2, fc.record({ step: fc.constant('send_old' as const), pick: aPick })),
  weighted(2, fc.record({ step: fc.constant('next' as const), pick: aPick })),
  weighted(
    4,
    fc.record({ step: fc.constant('time' as const), seconds: fc.constantFrom(...TIMES) }),
  ),
  weighted(
    4,
    fc.record({
      step: fc.constant('work' as const),
      way: fc.constantFrom('plain', 'plain', 'plain', 'plain', 'redis', 'flushed'),
    }),
  ),
  weighted(
    2,
    fc.record({
      step: fc.constant('die' as const),
      row: fc.nat({ max: 5 }),
      at: fc.nat({ max: 7 }),
    }),
  ),
  weighted(1, fc.constant({ step: 'flush' } as const)),
  weighted(1, fc.constant({ step: 'seal' } as const)),
);
