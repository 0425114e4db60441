import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * How often something may be done under one key, in this process. It needs no other service, so no
 * service that is lost ever opens it.
 */
export class RateLimit {
  private readonly limiter: RateLimiterMemory;

  constructor(limit: { points: number; seconds: number }) {
    this.limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
  }

  /** Counts once. Null when it may go on, else the seconds to wait. */
  async count(key: string): Promise<number | null> {
    try {
      await this.limiter.consume(key);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }
}
