/** Kept here because looking a global up is slow wherever modules run in a sandbox. */
const { floor, imul } = Math;

/** Repeatable chance: the same seed gives the same run of choices on every machine. */
export interface Chance {
  /** At least 0, below 1. */
  fraction(): number;
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
  digits(count: number): string;
}

export function startChance(seed: string): Chance {
  const fraction = mulberry(hash(seed));
  const between = (low: number, high: number): number => low + fraction() * (high - low);
  const whole = (low: number, high: number): number => floor(between(low, high + 1));
  return {
    fraction,
    between,
    whole,
    pick<T>(choices: readonly T[]): T {
      const choice = choices[whole(0, choices.length - 1)];
      if (choice === undefined) throw new Error('Nothing to choose from');
      return choice;
    },
    digits: (count) =>
      Array.from({ length: count }, (_, at) => String(whole(at === 0 ? 1 : 0, 9))).join(''),
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32: small, quick, evenly spread; nothing here is a secret. */
function mulberry(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = imul(state ^ (state >>> 15), 1 | state);
    value = (value + imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
