import { WindowPace } from '../platform/pace/window-pace.js';
import { pauseSeconds, PayPace } from './pay-pace.js';

describe('a window of time', () => {
  it('lets so many go in any window, and says how long the next one waits', () => {
    const pace = new WindowPace(1000);
    expect([0, 100, 200].map((at) => pace.take(3, at))).toEqual([0, 0, 0]);
    expect(pace.take(3, 300)).toBe(700);
    expect(pace.take(3, 1001)).toBe(0);
    expect(pace.take(3, 1002)).toBe(98);
  });
});

describe('the pace towards the payment service', () => {
  it('never has more than 10 in any second, however many want to go at once', async () => {
    const pace = new PayPace();
    const went: number[] = [];
    await Promise.all(
      Array.from({ length: 25 }, async () => {
        expect(await pace.turn()).toBe(0);
        went.push(performance.now());
      }),
    );
    went.sort((one, other) => one - other);
    for (const [index, at] of went.entries()) {
      expect((went[index + 10] ?? Infinity) - at).toBeGreaterThan(1000);
    }
  });

  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 2, 4],
    [5, 16, 32],
    [6, 30, 60],
    [60, 30, 60],
  ])('pauses after 429 number %d (from 0) for %d to %d seconds', (refusals, least, most) => {
    expect(pauseSeconds(refusals, 0)).toBe(least);
    expect(pauseSeconds(refusals, 1)).toBe(most);
  });

  it('counts answers of one pause once: many were under way when it began', () => {
    const pace = new PayPace();
    const first = pace.refused();
    expect(first).toBeLessThan(1001);
    expect(pace.refused()).toBeLessThan(first + 1);
  });

  it('sends nobody while it pauses, and tells those off who would wait too long', async () => {
    const pace = new PayPace(100_000);
    pace.refused();
    expect(await pace.turn()).toBeGreaterThan(5000);
  });

  it('waits a short pause out', async () => {
    const pace = new PayPace(50);
    const pause = pace.refused();
    const before = performance.now();
    expect(await pace.turn()).toBe(0);
    expect(performance.now() - before).toBeGreaterThan(pause - 5);
  });
});
