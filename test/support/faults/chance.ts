/** Numbers that look random and come again with the same seed. */
export interface Chance {
  seed: number;
  /** A number from 0 up to, never reaching, `below`. */
  below(below: number): number;
  pick<T>(choices: readonly T[]): T;
}

/**
 * A new seed for every run, said aloud so that a failure can be played again:
 * `FAULT_SEED=12345 npm test -- test/integration/faults`.
 */
export function newChance(what: string): Chance {
  const seed = Number(process.env['FAULT_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stderr.write(`${what}: FAULT_SEED=${seed}\n`);
  let state = seed >>> 0;
  /** mulberry32 */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    below: (below) => next() * below,
    pick: (choices) => choices[Math.floor(next() * choices.length)] as (typeof choices)[number],
  };
}
