/** The guesses at one account, or from one address, that are still remembered. */
export interface Guesses {
  count: number;
  lastAt: Date;
  /** No guess before this instant; null when the next may come at once. */
  waitUntil: Date | null;
}

export interface GuessLimit {
  /** Guesses before the first wait. */
  free: number;
  /** Minutes without a guess after which all is forgotten. */
  forgetAfterMinutes: number;
}

/**
 * A stranger's guesses at one account from one network: five, then one after each wait of 1, 2, 4,
 * 8, 15 minutes: at most seven in any five minutes, and too few to fill the bucket of the whole
 * account. So nobody can make the owner wait, in a new browser or a known one, from elsewhere;
 * only guesses from several networks at once reach the whole account's limit, and even they do
 * not touch a browser that has been signed in to it. An address may be an office: it has more.
 */
export const guessLimits = {
  strangers: { free: 5, forgetAfterMinutes: 60 },
  wholeAccount: { free: 30, forgetAfterMinutes: 10 },
  trustedBrowser: { free: 5, forgetAfterMinutes: 60 },
  address: { free: 40, forgetAfterMinutes: 60 },
} as const satisfies Record<string, GuessLimit>;

/** Who is counted as one sender: an IPv4 address, or the /64 that one IPv6 customer is given. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  return [...groups, ...Array<string>(missing).fill('0'), ...after].slice(0, 4).join(':');
}

const WAIT_MINUTES = [1, 2, 4, 8, 15];

export type GuessAnswer = { ok: true; next: Guesses } | { ok: false; refusal: 'wait'; until: Date };

/** Counts one guess before it is looked at, so that many at once cannot slip through together. */
export function takeGuess(guesses: Guesses | null, limit: GuessLimit, now: Date): GuessAnswer {
  const known = guesses && !isForgotten(guesses, limit, now) ? guesses : null;
  if (known?.waitUntil && known.waitUntil > now) {
    return { ok: false, refusal: 'wait', until: known.waitUntil };
  }
  const count = (known?.count ?? 0) + 1;
  return { ok: true, next: { count, lastAt: now, waitUntil: waitAfter(count, limit, now) } };
}

function waitAfter(count: number, { free }: GuessLimit, now: Date): Date | null {
  if (count < free) return null;
  const minutes = WAIT_MINUTES[Math.min(count - free, WAIT_MINUTES.length - 1)] ?? 15;
  return new Date(now.getTime() + minutes * 60_000);
}

function isForgotten({ lastAt }: Guesses, { forgetAfterMinutes }: GuessLimit, now: Date): boolean {
  return now.getTime() - lastAt.getTime() > forgetAfterMinutes * 60_000;
}
