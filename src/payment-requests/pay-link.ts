import { createHmac, timingSafeEqual } from 'node:crypto';
import { readToken, signToken } from '../platform/web/signed-token.js';

const PURPOSE = 'permit-desk payment link 1';
const FORM_PURPOSE = 'permit-desk payment form 1';

interface PayLinkTerms {
  requestId: string;
  expiresAt: Date;
}

/** The address printed in the letter: whoever holds it may pay that one request, and nothing else. */
export function payLinkAddress(
  { PUBLIC_URL, LINK_SECRET: secret }: { PUBLIC_URL: string; LINK_SECRET: string },
  { requestId: id, expiresAt }: PayLinkTerms,
): string {
  const token = signToken({ secret, purpose: PURPOSE }, { id, expiresAt });
  return `${PUBLIC_URL.replace(/\/$/, '')}${payPath(token)}`;
}

export function payPath(token: string): string {
  return `/p/${token}`;
}

export function readPayLink(secret: string, token: string, now: Date) {
  return readToken({ secret, purpose: PURPOSE }, token, now);
}

/** What the form behind a link carries: there is no session that could keep a token for it. */
export function payFormToken(secret: string, token: string): string {
  return createHmac('sha256', secret).update(`${FORM_PURPOSE}\n${token}`).digest('base64url');
}

export function isPayFormToken(secret: string, token: string, sent: unknown): boolean {
  const expected = Buffer.from(payFormToken(secret, token));
  const given = Buffer.from(typeof sent === 'string' ? sent : '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
