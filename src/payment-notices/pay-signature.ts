import { createHmac, timingSafeEqual } from 'node:crypto';

/** A secret that counts; the previous one only until an instant. */
export interface NoticeSecret {
  secret: string;
  /** Null: without end. */
  until: Date | null;
}

const LOWER_CASE_HEX = /^[0-9a-f]{64}$/;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export type SignatureRefusal =
  'no_signature' | 'malformed_signature' | 'no_body' | 'wrong_signature';

interface Signed {
  /** The bytes as they came; null when they were not read, because they came packed. */
  body: Buffer | null;
  /** Every `Pay-Signature` header of the request. */
  signatures: readonly string[];
}

/**
 * Whether GOV.UK Pay sent these bytes: exactly one signature, the HMAC-SHA-256 of the body in
 * lower-case hex under a secret that counts at `now`. Null when it did; else why it is not believed.
 * It takes as long whichever byte is wrong and whichever secret it was.
 * Source: docs.payments.service.gov.uk/webhooks (verifying webhook messages).
 */
export function signatureRefusal(
  { body, signatures }: Signed,
  secrets: readonly NoticeSecret[],
  now: Date,
): SignatureRefusal | null {
  const [signature] = signatures;
  if (signature === undefined) return 'no_signature';
  if (signatures.length > 1 || !LOWER_CASE_HEX.test(signature)) return 'malformed_signature';
  if (body === null || body.length === 0) return 'no_body';
  // What is signed is UTF-8 without a mark; a body with one was made by something in between.
  if (body.subarray(0, 3).equals(BYTE_ORDER_MARK)) return 'wrong_signature';
  const sent = Buffer.from(signature, 'hex');
  const holds = secrets
    .filter(({ until }) => until === null || now < until)
    .map(({ secret }) => timingSafeEqual(createHmac('sha256', secret).update(body).digest(), sent));
  return holds.includes(true) ? null : 'wrong_signature';
}
