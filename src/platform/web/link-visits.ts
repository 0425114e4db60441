import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** For one network address. Wrong links are counted apart, so that guessing shuts out no right one. */
const LIMITS = {
  look: { points: 60, duration: 60 },
  send: { points: 20, duration: 60 },
  wrong: { points: 20, duration: 300 },
} as const;

export type Visit = keyof typeof LIMITS;

/** How often the public pages may be asked for, in this process. */
@Injectable()
export class LinkVisits {
  private readonly limiters = {
    look: new RateLimiterMemory(LIMITS.look),
    send: new RateLimiterMemory(LIMITS.send),
    wrong: new RateLimiterMemory(LIMITS.wrong),
  };

  /** Counts the visit. Null when it may go on, else the seconds to wait. */
  async count(visit: Visit, address: string | undefined): Promise<number | null> {
    try {
      await this.limiters[visit].consume(network(address ?? 'unknown'));
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }
}

/** One household's IPv6 addresses share their first half. */
function network(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  return address.split(':').slice(0, 4).join(':');
}
