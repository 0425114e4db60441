import { setTimeout as pause } from 'node:timers/promises';
import { SearchRate } from './search-rate.js';

describe('how often one person may search', () => {
  it('is limited for each by himself, and says how long to wait', async () => {
    const rate = new SearchRate(3, 60);
    const mine = [1, 2, 3, 4].map(() => rate.count('me'));
    expect(await Promise.all(mine)).toEqual([null, null, null, 60]);
    expect(await rate.count('you')).toBeNull();
  });

  it('lets no more through when they come at once', async () => {
    const rate = new SearchRate(60, 60);
    const answers = await Promise.all(Array.from({ length: 110 }, () => rate.count('me')));
    expect(answers.filter((wait) => wait === null)).toHaveLength(60);
  });

  it('begins again after its time', async () => {
    const rate = new SearchRate(1, 1);
    expect(await rate.count('me')).toBeNull();
    expect(await rate.count('me')).toBe(1);
    await pause(1100);
    expect(await rate.count('me')).toBeNull();
  });
});
