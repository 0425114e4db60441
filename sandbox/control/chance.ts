import { createHash } from 'node:crypto';

/** A number from 0 to below 1 that comes again for the same seed and words. */
export function chanceOf(seed: number, words: string): number {
  return createHash('sha256').update(`${seed}:${words}`).digest().readUInt32BE(0) / 2 ** 32;
}
