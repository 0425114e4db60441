import { createHmac, timingSafeEqual } from 'node:crypto';
import { readToken, signToken } from '../platform/web/signed-token.js';
import { ok, type Outcome } from '../shared/outcome.js';

const PURPOSE = 'permit-desk evidence link 1';
const FORM_PURPOSE = 'permit-desk evidence form 1';

export interface LinkTerms {
  /** The request's UUID. */
  requestId: string;
  expiresAt: Date;
}

/**
 * The secret part of a resident's link: request, last second, and an HMAC-SHA-256 over both.
 * Whoever holds it may answer that one request, and nothing else.
 * @param secret `LINK_SECRET`
 */
export function signLink(secret: string, { requestId: id, expiresAt }: LinkTerms): string {
  return signToken({ secret, purpose: PURPOSE }, { id, expiresAt });
}

/** What a token says, once its signature holds. `expired` is told only of one we made ourselves. */
export function readLink(
  secret: string,
  token: string,
  now: Date,
): Outcome<LinkTerms, 'unknown' | 'expired'> {
  const read = readToken({ secret, purpose: PURPOSE }, token, now);
  return read.ok ? ok({ requestId: read.id, expiresAt: read.expiresAt }) : read;
}

/** What the form behind a link carries: there is no session that could keep a token for it. */
export function formTokenOf(secret: string, token: string): string {
  return createHmac('sha256', secret).update(`${FORM_PURPOSE}\n${token}`).digest('base64url');
}

export function isFormTokenOf(secret: string, token: string, sent: unknown): boolean {
  const expected = Buffer.from(formTokenOf(secret, token));
  const given = Buffer.from(typeof sent === 'string' ? sent : '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The address printed in letters. */
export function linkAddress(
  settings: { PUBLIC_URL: string; LINK_SECRET: string },
  terms: LinkTerms,
): string {
  return `${settings.PUBLIC_URL.replace(/\/$/, '')}/r/${signLink(settings.LINK_SECRET, terms)}`;
}

/** A signed link carries whole seconds: true for the one link that was sent for this request. */
export function isLinkOf(request: { linkExpiresAt: Date }, expiresAt: Date): boolean {
  return secondOf(request.linkExpiresAt) === secondOf(expiresAt);
}

function secondOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
