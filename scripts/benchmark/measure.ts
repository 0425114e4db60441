import { performance } from 'node:perf_hooks';

export interface Measured {
  count: number;
  /** Also those that only warmed up. */
  begun: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
}

interface Load {
  /** Who does it at the same time; each does one thing after another. */
  users: number;
  seconds: number;
  /** Nobody begins more than this many: some things can be done only once. */
  mostEach?: number;
}

/**
 * Does one thing again and again and times each. The first tenth of the time only warms up,
 * unless what can be done is counted. Throws
 * on the first one that fails: a figure about errors would be worth nothing.
 */
export async function measure(
  { users, seconds, mostEach = Infinity }: Load,
  act: (user: number) => Promise<void>,
): Promise<Measured> {
  const startedAt = performance.now();
  const countsFrom = startedAt + (mostEach === Infinity ? seconds * 100 : 0);
  const until = startedAt + seconds * 1000;
  const took: number[] = [];
  let all = 0;
  const work = async (user: number) => {
    for (let begun = 0; performance.now() < until && begun < mostEach; begun += 1) {
      const from = performance.now();
      all += 1;
      await act(user);
      if (from >= countsFrom) took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: users }, (_, user) => work(user)));
  const elapsed = (performance.now() - countsFrom) / 1000;
  took.sort((one, other) => one - other);
  return {
    count: took.length,
    begun: all,
    perSecond: took.length / elapsed,
    p50: quantile(took, 0.5),
    p95: quantile(took, 0.95),
  };
}

/** Of sorted figures; NaN when there is none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
