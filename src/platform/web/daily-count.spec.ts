import { DailyCount } from './daily-count.js';

describe('what one person came to in a day', () => {
  it('is said once, when it is over, and things met again count once', () => {
    const counting = new DailyCount(2);
    expect(counting.count('ada', ['a', 'b', 'a'], '2026-11-20')).toBeNull();
    expect(counting.count('ada', ['b'], '2026-11-20')).toBeNull();
    expect(counting.count('ada', ['c'], '2026-11-20')).toBe(3);
    expect(counting.count('ada', ['d', 'e'], '2026-11-20')).toBeNull();
  });

  it('is each person’s own, and begins again with the day', () => {
    const counting = new DailyCount(1);
    expect(counting.count('ada', ['a'], '2026-11-20')).toBeNull();
    expect(counting.count('grace', ['b'], '2026-11-20')).toBeNull();
    expect(counting.count('ada', ['b'], '2026-11-21')).toBeNull();
    expect(counting.count('ada', ['c'], '2026-11-21')).toBe(2);
    expect(counting.count('ada', ['a', 'b'], '2026-11-22')).toBe(2);
  });
});
