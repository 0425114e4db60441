import { chanceOf } from '../../control/chance.js';

/** Half a second is enough to turn round the order of what happens together. */
const SHAKEN_MS = 500;

/** How a message is sent the first time: seed 0 once and at once, any other in its own disorder. */
export function firstDelivery(seed: number, words: string): { delayMs: number; copies: number } {
  if (seed === 0) return { delayMs: 0, copies: 1 };
  return {
    delayMs: Math.floor(chanceOf(seed, `${words}:delay`) * SHAKEN_MS),
    copies: chanceOf(seed, `${words}:copies`) < 0.3 ? 2 : 1,
  };
}
