import { Injectable, NotFoundException } from '@nestjs/common';
import type { Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Outcome, refuse } from '../../shared/outcome.js';

/** For one network address. Wrong links are counted apart, so that guessing shuts out no right one. */
const LIMITS = {
  look: { points: 60, duration: 60 },
  send: { points: 20, duration: 60 },
  wrong: { points: 20, duration: 300 },
} as const;

export type Visit = keyof typeof LIMITS;

/** What a link leads to, or why a visitor is not led there. */
export type Led<T extends object, Refusal extends string> =
  Outcome<T, Refusal | 'unknown'> | { ok: false; refusal: 'wait'; seconds: number };

/**
 * What a link led to; null when the visitor was told instead why it leads nowhere.
 * @throws NotFoundException for a link that nobody was given
 */
export async function ledOrTold<T extends object>(
  led: Led<T, 'expired'>,
  res: Response,
  tell: { wait(seconds: number): Promise<void>; expired(): Promise<void> },
): Promise<T | null> {
  if (led.ok) return led;
  if (led.refusal === 'unknown') throw new NotFoundException();
  if ('seconds' in led) {
    res.setHeader('Retry-After', String(led.seconds));
    await tell.wait(led.seconds);
  } else await tell.expired();
  return null;
}

/** How often the public pages may be asked for, in this process. */
@Injectable()
export class LinkVisits {
  private readonly limiters = {
    look: new RateLimiterMemory(LIMITS.look),
    send: new RateLimiterMemory(LIMITS.send),
    wrong: new RateLimiterMemory(LIMITS.wrong),
  };

  /**
   * Lets a visitor follow a link: the visit is counted before anything is looked up, and a link that
   * leads nowhere once more, apart. Forged and unknown links are told apart by nobody.
   */
  async lead<T extends object, Refusal extends string>(
    { visit, address }: { visit: Visit; address: string | undefined },
    follow: () => Promise<Outcome<T, Refusal | 'unknown'>>,
  ): Promise<Led<T, Refusal>> {
    const seconds = await this.count(visit, address);
    if (seconds !== null) return { ok: false, refusal: 'wait', seconds };
    const followed = await follow();
    if (followed.ok || followed.refusal !== 'unknown') return followed;
    const guessed = await this.count('wrong', address);
    return guessed === null ? refuse('unknown') : { ok: false, refusal: 'wait', seconds: guessed };
  }

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
