import { type Exchange, type Handler, hasJsonType, type Reply } from '../server/exchange.js';
import { SANDBOX_PAY_API_KEY } from '../pay-settings.js';
import { payErrorReply, payRefusal } from './pay-errors.js';

const POSTS_A_SECOND = 15;

/** Pay counts three kinds of POST apart: creating, capturing, and all others. */
export type RateKind = 'create' | 'capture' | 'other';

/** When each kind was last posted, per running sandbox. Instants of the machine's clock in milliseconds. */
export class PostRates {
  private readonly posts: Record<RateKind, number[]> = { create: [], capture: [], other: [] };

  /** Counts one post; false when the second is full. */
  allows(kind: RateKind, nowMs: number): boolean {
    const recent = this.posts[kind].filter((at) => at > nowMs - 1000);
    const isAllowed = recent.length < POSTS_A_SECOND;
    this.posts[kind] = isAllowed ? [...recent, nowMs] : recent;
    return isAllowed;
  }
}

/** Asks for the key first, as Pay does before anything else. */
export function withKey(handler: Handler): Handler {
  return (exchange) => {
    if (exchange.headers.authorization !== `Bearer ${SANDBOX_PAY_API_KEY}`) return unauthorised();
    return handler(exchange);
  };
}

/** A POST: key, then rate, then what it does. */
export function withRate(rates: PostRates, kind: RateKind, handler: Handler): Handler {
  return withKey((exchange) => {
    const isLimited = exchange.state.settings.payRateLimit;
    if (isLimited && !rates.allows(kind, Date.now())) return payErrorReply('P0900');
    return handler(exchange);
  });
}

/** A POST with a body that is no JSON, or none, is stopped at Pay's firewall. */
export function requireJsonBody(exchange: Exchange): void {
  if (!hasJsonType(exchange) || exchange.body.length === 0) throw payRefusal('P0920');
  const accept = exchange.headers.accept ?? '*/*';
  if (!/application\/(json|\*)|\*\/\*/.test(accept)) throw payRefusal('P0920');
}

function unauthorised(): Reply {
  return {
    status: 401,
    headers: { 'www-authenticate': 'Bearer realm="realm"' },
    body: 'Credentials are required to access this resource.',
  };
}
