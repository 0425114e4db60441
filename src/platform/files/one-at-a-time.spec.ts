import { OneAtATime } from './one-at-a-time.js';

describe('OneAtATime', () => {
  it('starts a piece of work only when the one before has ended, well or badly', async () => {
    const queue = new OneAtATime(10);
    const seen: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        seen.push(`${name} starts`);
        await Promise.resolve();
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const results = await Promise.allSettled([queue.run(work('a', true)), queue.run(work('b'))]);
    expect(seen).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
    expect(results).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'b' }]);
  });

  it('refuses more than may wait, and takes work again afterwards', async () => {
    const queue = new OneAtATime(2);
    const first = queue.run(() => Promise.resolve(1));
    const second = queue.run(() => Promise.resolve(2));
    expect(queue.run(() => Promise.resolve(3))).toBeNull();
    expect(await first).toBe(1);
    expect(await second).toBe(2);
    await Promise.resolve();
    expect(await queue.run(() => Promise.resolve(4))).toBe(4);
  });
});
