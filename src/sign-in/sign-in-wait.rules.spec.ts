import fc from 'fast-check';
import { type Guesses, guessLimits, networkOf, takeGuess } from './sign-in-wait.rules.js';

const START = new Date('2026-11-20T09:00:00.000Z');
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const { strangers } = guessLimits;

describe('a guess at a password', () => {
  it('is free five times, then waits 1, 2, 4, 8, 15, 15 minutes', () => {
    let guesses: Guesses | null = null;
    const waits: number[] = [];
    let now = START;
    for (let one = 1; one <= 10; one += 1) {
      const answer = takeGuess(guesses, strangers, now);
      if (!answer.ok) throw new Error('must be allowed here');
      guesses = answer.next;
      waits.push(((guesses.waitUntil ?? now).getTime() - now.getTime()) / 60_000);
      now = guesses.waitUntil ?? now;
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 15, 15]);
  });

  it('during the wait is refused and does not lengthen it', () => {
    const guesses = { count: 5, lastAt: START, waitUntil: after(60) };
    const early = takeGuess(guesses, strangers, after(59.999));
    expect(early).toEqual({ ok: false, refusal: 'wait', until: after(60) });
    expect(takeGuess(guesses, strangers, after(60)).ok).toBe(true);
  });

  it('is forgotten an hour after the last one', () => {
    const guesses = { count: 30, lastAt: START, waitUntil: after(900) };
    expect(takeGuess(guesses, strangers, after(3600))).toMatchObject({ next: { count: 31 } });
    expect(takeGuess(guesses, strangers, after(3600.001))).toMatchObject({
      next: { count: 1, waitUntil: null },
    });
  });

  it('is allowed at most ten times in any five minutes, whenever they are tried', () => {
    const tries = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(tries, (gaps) => {
        const allowed = allowedAt(gaps);
        for (const start of allowed) {
          const within = allowed.filter((at) => at >= start && at < start + 300);
          expect(within.length).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});

/** Seconds at which guesses were allowed, when tried again and again with these gaps. */
function allowedAt(gaps: readonly number[]): number[] {
  let guesses: Guesses | null = null;
  let at = 0;
  return gaps.flatMap((gap) => {
    at += gap;
    const answer = takeGuess(guesses, strangers, after(at));
    if (!answer.ok) return [];
    guesses = answer.next;
    return [at];
  });
}

describe('one network', () => {
  it('guessing for a whole day as fast as it may never fills the bucket of the whole account', () => {
    let near: Parameters<typeof takeGuess>[0] = null;
    let whole: Parameters<typeof takeGuess>[0] = null;
    let taken = 0;
    for (let second = 0; second < 86_400; second += 10) {
      const fromNetwork = takeGuess(near, guessLimits.strangers, after(second));
      if (!fromNetwork.ok) continue;
      near = fromNetwork.next;
      const atAccount = takeGuess(whole, guessLimits.wholeAccount, after(second));
      expect(atAccount.ok).toBe(true);
      if (atAccount.ok) whole = atAccount.next;
      taken += 1;
    }
    expect(taken).toBeGreaterThan(90);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%s is counted as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
