import { createHmac, timingSafeEqual } from 'node:crypto';
import { ok, type Outcome, refuse } from '../../shared/outcome.js';

const ID_BYTES = 16;
const EXPIRY_BYTES = 6;
const SIGNED_BYTES = ID_BYTES + EXPIRY_BYTES;
const MAC_BYTES = 32;
/** 54 bytes fill 72 characters exactly: a token has one spelling only. */
const TOKEN = /^[A-Za-z0-9_-]{72}$/;

export interface TokenTerms {
  /** A UUID. */
  id: string;
  expiresAt: Date;
}

interface Signer {
  secret: string;
  /** What the token is for: one made for another purpose is unknown. */
  purpose: string;
}

/** Something's id and last second, with an HMAC-SHA-256 over both: whoever holds it may see that one thing. */
export function signToken({ secret, purpose }: Signer, { id, expiresAt }: TokenTerms): string {
  const signed = Buffer.alloc(SIGNED_BYTES);
  signed.write(id.replaceAll('-', ''), 0, ID_BYTES, 'hex');
  signed.writeUIntBE(Math.floor(expiresAt.getTime() / 1000), ID_BYTES, EXPIRY_BYTES);
  return Buffer.concat([signed, macOf(secret, purpose, signed)]).toString('base64url');
}

/** What a token says, once its signature holds. `expired` is told only of one we made ourselves. */
export function readToken(
  { secret, purpose }: Signer,
  token: string,
  now: Date,
): Outcome<TokenTerms, 'unknown' | 'expired'> {
  if (!TOKEN.test(token)) return refuse('unknown');
  const bytes = Buffer.from(token, 'base64url');
  const signed = bytes.subarray(0, SIGNED_BYTES);
  const mac = bytes.subarray(SIGNED_BYTES);
  if (mac.length !== MAC_BYTES || !timingSafeEqual(mac, macOf(secret, purpose, signed))) {
    return refuse('unknown');
  }
  const expiresAt = new Date(signed.readUIntBE(ID_BYTES, EXPIRY_BYTES) * 1000);
  if (expiresAt <= now) return refuse('expired');
  return ok({ id: uuidOf(signed.toString('hex', 0, ID_BYTES)), expiresAt });
}

function macOf(secret: string, purpose: string, signed: Buffer): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n`).update(signed).digest();
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
