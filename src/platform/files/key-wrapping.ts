import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { KEY_BYTES, SealBroken, TAG_BYTES } from './encryption.js';

const VERSION = 1;
const NONCE_BYTES = 12;

/** The key that wraps the keys of files, and the name it goes by in what it wrapped. */
export interface MasterKey {
  keyId: string;
  masterKey: Buffer;
}

/**
 * Wraps a file's key under a master key:
 * version (1 byte) ‖ length of the key id (1 byte) ‖ key id ‖ nonce (12) ‖ wrapped key (32) ‖ tag (16),
 * in base64. The version, the key id and the binding are authenticated.
 */
export function wrapKey(key: Buffer, master: MasterKey, binding: string): string {
  const head = headFor(master.keyId);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', master.masterKey, nonce, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.concat([head, Buffer.from(binding, 'utf8')]));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([head, nonce, wrapped]).toString('base64');
}

/** Which master key a file's key was wrapped under. */
export function wrappingKeyId(wrappedKey: string): string {
  return partsOf(wrappedKey).keyId;
}

/** @throws SealBroken when the master key, the binding or the wrapped key is another one. */
export function unwrapKey(wrappedKey: string, masterKey: Buffer, binding: string): Buffer {
  const { head, nonce, wrapped } = partsOf(wrappedKey);
  const cipher = createDecipheriv('aes-256-gcm', masterKey, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.concat([head, Buffer.from(binding, 'utf8')]));
  cipher.setAuthTag(wrapped.subarray(KEY_BYTES));
  try {
    return Buffer.concat([cipher.update(wrapped.subarray(0, KEY_BYTES)), cipher.final()]);
  } catch {
    throw new SealBroken('key');
  }
}

function headFor(keyId: string): Buffer {
  const name = Buffer.from(keyId, 'utf8');
  if (name.length === 0 || name.length > 64) throw new RangeError('A key id has 1 to 64 bytes');
  return Buffer.concat([Buffer.from([VERSION, name.length]), name]);
}

function partsOf(wrappedKey: string) {
  const bytes = Buffer.from(wrappedKey, 'base64');
  const headBytes = 2 + (bytes[1] ?? 0);
  const expected = headBytes + NONCE_BYTES + KEY_BYTES + TAG_BYTES;
  if (bytes[0] !== VERSION || bytes.length !== expected) throw new SealBroken('key');
  return {
    head: bytes.subarray(0, headBytes),
    keyId: bytes.toString('utf8', 2, headBytes),
    nonce: bytes.subarray(headBytes, headBytes + NONCE_BYTES),
    wrapped: bytes.subarray(headBytes + NONCE_BYTES),
  };
}
