import { createHmac } from 'node:crypto';
import { signatureRefusal } from './pay-signature.js';

const now = new Date('2026-11-20T12:00:00Z');
const body = Buffer.from('{"webhook_message_id":"123abc"}');
const sign = (secret: string, bytes: Buffer = body) =>
  createHmac('sha256', secret).update(bytes).digest('hex');
const current = { secret: 'the secret that counts now', until: null };
const previous = { secret: 'the secret before it', until: new Date('2026-11-20T13:00:00Z') };
const refusal = (signatures: string[], bytes: Buffer | null = body, at = now) =>
  signatureRefusal({ body: bytes, signatures }, [current, previous], at);

describe('the signature of a notice', () => {
  it('holds under the secret that counts', () => {
    expect(refusal([sign(current.secret)])).toBeNull();
  });

  it('is the one of the documentation: HMAC-SHA-256 in lower-case hex, RFC 4231', () => {
    const signature = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    const given = { body: Buffer.from('what do ya want for nothing?'), signatures: [signature] };
    expect(signatureRefusal(given, [{ secret: 'Jefe', until: null }], now)).toBeNull();
  });

  it('holds under the secret before until its instant, and not at it', () => {
    const signed = [sign(previous.secret)];
    expect(refusal(signed, body, new Date(previous.until.getTime() - 1))).toBeNull();
    expect(refusal(signed, body, previous.until)).toBe('wrong_signature');
  });

  it.each([
    ['none', [], 'no_signature'],
    ['two', [sign(current.secret), sign(current.secret)], 'malformed_signature'],
    ['joined ones', [`${sign(current.secret)}, ${sign(current.secret)}`], 'malformed_signature'],
    ['one in capitals', [sign(current.secret).toUpperCase()], 'malformed_signature'],
    ['one cut short', [sign(current.secret).slice(1)], 'malformed_signature'],
    ['one with a blank', [` ${sign(current.secret)}`], 'malformed_signature'],
    ['no hex', ['g'.repeat(64)], 'malformed_signature'],
    ['one of another secret', [sign('another secret')], 'wrong_signature'],
    ['one of another body', [sign(current.secret, Buffer.from('{}'))], 'wrong_signature'],
  ])('does not hold: %s', (_what, signatures, because) => {
    expect(refusal(signatures)).toBe(because);
  });

  it('says nothing for a body that is not there, or that begins with a mark', () => {
    const empty = Buffer.alloc(0);
    expect(refusal([sign(current.secret, empty)], empty)).toBe('no_body');
    expect(refusal([sign(current.secret)], null)).toBe('no_body');
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]);
    expect(refusal([sign(current.secret, marked)], marked)).toBe('wrong_signature');
  });
});
