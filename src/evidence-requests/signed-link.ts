import { createHmac, timingSafeEqual } from 'node:crypto';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

const ID_BYTES = 16;
const EXPIRY_BYTES = 6;
const SIGNED_BYTES = ID_BYTES + EXPIRY_BYTES;
const MAC_BYTES = 32;
/** 54 bytes fill 72 characters exactly: a token has one spelling only. */
const TOKEN = /^[A-Za-z0-9_-]{72}$/;
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
export function signLink(secret: string, { requestId, expiresAt }: LinkTerms): string {
  const signed = Buffer.alloc(SIGNED_BYTES);
  signed.write(requestId.replaceAll('-', ''), 0, ID_BYTES, 'hex');
  signed.writeUIntBE(Math.floor(expiresAt.getTime() / 1000), ID_BYTES, EXPIRY_BYTES);
  return Buffer.concat([signed, macOf(secret, signed)]).toString('base64url');
}

/** What a token says, once its signature holds. `expired` is told only of one we made ourselves. */
export function readLink(
  secret: string,
  token: string,
  now: Date,
): Outcome<LinkTerms, 'unknown' | 'expired'> {
  if (!TOKEN.test(token)) return refuse('unknown');
  const bytes = Buffer.from(token, 'base64url');
  const signed = bytes.subarray(0, SIGNED_BYTES);
  const mac = bytes.subarray(SIGNED_BYTES);
  if (mac.length !== MAC_BYTES || !timingSafeEqual(mac, macOf(secret, signed))) {
    return refuse('unknown');
  }
  const expiresAt = new Date(signed.readUIntBE(ID_BYTES, EXPIRY_BYTES) * 1000);
  if (expiresAt <= now) return refuse('expired');
  return ok({ requestId: uuidOf(signed.toString('hex', 0, ID_BYTES)), expiresAt });
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

function macOf(secret: string, signed: Buffer): Buffer {
  return createHmac('sha256', secret).update(`${PURPOSE}\n`).update(signed).digest();
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
