import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export const SEARCHES_A_MINUTE = 60;

/** How often one person may search, in this process: enough for any work, too little to copy a list. */
export class SearchRate {
  private readonly limiter: RateLimiterMemory;

  constructor(points = SEARCHES_A_MINUTE, seconds = 60) {
    this.limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /** Counts a search. Null when it may go on, else the seconds to wait. */
  async count(staffId: string): Promise<number | null> {
    try {
      await this.limiter.consume(staffId);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }
}
