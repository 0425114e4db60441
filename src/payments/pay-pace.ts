import { setTimeout as sleep } from 'node:timers/promises';
import { WindowPace } from '../platform/pace/window-pace.js';

/** Pay takes 15 POST requests a second of a kind; we stay below whatever else is going on. */
const POSTS_A_SECOND = 10;
/** A second, and a little for what is held up between its turn and the wire. */
const WINDOW_MS = 1100;
const LONGEST_PAUSE = 60;
/** Whoever would wait longer gives his place to another job. */
const PATIENCE_MS = 5000;

/**
 * The pace of one process towards the payment service: never more than 10 POST requests in any
 * second, and after a 429 a pause for all of them, from 1 second up to 60, longer each time and
 * never the same for two processes.
 */
export class PayPace {
  private readonly window = new WindowPace(WINDOW_MS);
  private pausedUntilMs = 0;
  private refusals = 0;

  /** @param secondMs a test may have shorter seconds for the pauses */
  constructor(private readonly secondMs = 1000) {}

  /** Waits for its turn. Answers the milliseconds left when that would be too long: do not go then. */
  async turn(): Promise<number> {
    for (;;) {
      const pause = this.pausedUntilMs - performance.now();
      const wait = pause > 0 ? pause : this.window.take(POSTS_A_SECOND);
      if (wait === 0) return 0;
      if (wait > PATIENCE_MS) return wait;
      await sleep(wait);
    }
  }

  /** Answered 429: everybody waits. Those already under way when the pause began add nothing. */
  refused(): number {
    const now = performance.now();
    if (this.pausedUntilMs <= now) {
      this.pausedUntilMs = now + pauseSeconds(this.refusals, Math.random()) * this.secondMs;
      this.refusals += 1;
    }
    return this.pausedUntilMs - now;
  }

  accepted(): void {
    if (this.pausedUntilMs <= performance.now()) this.refusals = 0;
  }
}

/** 1 second at first, then up to 2, 4, 8 … 60. @param chance from 0 to 1, so that two never agree */
export function pauseSeconds(refusals: number, chance: number): number {
  const most = Math.min(LONGEST_PAUSE, 2 ** refusals);
  return Math.max(1, most * (0.5 + chance / 2));
}
