import { readToken, signToken } from './signed-token.js';
import type { Outcome } from '../../shared/outcome.js';
import { statusLinkEndsAt } from './status-link-end.js';

const PURPOSE = 'permit-desk status link 1';

interface LinkedApplication {
  id: string;
  receivedAt: Date;
}

/**
 * The resident's own address of the page that says where his application and his money stand. One
 * application has one such link, whichever letter names it: the same case gives the same words (U7.1).
 * @param days as the council had set it for the day on which the application came
 */
export function statusLinkOf(
  settings: { PUBLIC_URL: string; LINK_SECRET: string },
  { id, receivedAt }: LinkedApplication,
  days: number,
): string {
  const signer = { secret: settings.LINK_SECRET, purpose: PURPOSE };
  const token = signToken(signer, { id, expiresAt: statusLinkEndsAt(receivedAt, days) });
  return `${settings.PUBLIC_URL.replace(/\/$/, '')}/s/${token}`;
}

/** The application that a token is for, once its signature holds. */
export function readStatusToken(
  secret: string,
  token: string,
  now: Date,
): Outcome<{ id: string }, 'unknown' | 'expired'> {
  return readToken({ secret, purpose: PURPOSE }, token, now);
}
