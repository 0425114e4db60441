import { setTimeout as pause } from 'node:timers/promises';
import { RateLimit } from './rate-limit.js';

describe('how often something may be done', () => {
  it('is limited for each key by itself, and says how long to wait', async () => {
    const limit = new RateLimit({ points: 3, seconds: 60 });
    const mine = [1, 2, 3, 4].map(() => limit.count('me'));
    expect(await Promise.all(mine)).toEqual([null, null, null, 60]);
    expect(await limit.count('you')).toBeNull();
  });

  it('lets no more through when they come at once', async () => {
    const limit = new RateLimit({ points: 60, seconds: 60 });
    const answers = await Promise.all(Array.from({ length: 110 }, () => limit.count('me')));
    expect(answers.filter((wait) => wait === null)).toHaveLength(60);
  });

  it('begins again after its time', async () => {
    const limit = new RateLimit({ points: 1, seconds: 1 });
    expect(await limit.count('me')).toBeNull();
    expect(await limit.count('me')).toBe(1);
    await pause(1100);
    expect(await limit.count('me')).toBeNull();
  });
});
