import { randomBytes } from 'node:crypto';
import {
  CHUNK_BYTES,
  HEADER_BYTES,
  nonceOf,
  seal,
  SealBroken,
  TAG_BYTES,
  unseal,
} from './encryption.js';
import { unwrapKey, wrapKey } from './key-wrapping.js';

async function sealed(content: Buffer, key: Buffer, binding: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of seal(once(content), key, binding)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* once(content: Buffer) {
  yield await Promise.resolve(content);
}

describe('nonces', () => {
  it('are never the same twice under one key, over a million chunks and both endings', () => {
    const prefix = randomBytes(7);
    const seen = new Set<string>();
    for (let counter = 0; counter < 1_000_000; counter += 1) {
      seen.add(nonceOf(prefix, counter, false).toString('latin1'));
    }
    for (const counter of [0, 1, 999_999]) {
      seen.add(nonceOf(prefix, counter, true).toString('latin1'));
    }
    expect(seen.size).toBe(1_000_003);
  });

  it('are refused rather than repeated when the counter is used up', () => {
    expect(() => nonceOf(Buffer.alloc(7), 2 ** 32, false)).toThrow(RangeError);
  });
});

describe('sealing', () => {
  const key = randomBytes(32);

  it('never gives the same bytes for the same content', async () => {
    const content = Buffer.alloc(100, 'a');
    expect(await sealed(content, key, 'b')).not.toEqual(await sealed(content, key, 'b'));
  });

  it('opens with the same key and binding only', async () => {
    const bytes = await sealed(Buffer.from('content'), key, 'b');
    expect(unseal(bytes, key, 'b').toString()).toBe('content');
    expect(() => unseal(bytes, key, 'c')).toThrow(SealBroken);
    expect(() => unseal(bytes, randomBytes(32), 'b')).toThrow(SealBroken);
  });
});

describe('a sealed file', () => {
  const key = randomBytes(32);

  it('cut at the end of a chunk, or with its chunks exchanged, does not open', async () => {
    const bytes = await sealed(randomBytes(3 * CHUNK_BYTES), key, 'b');
    const at = (chunk: number) => HEADER_BYTES + chunk * (CHUNK_BYTES + TAG_BYTES);
    for (const chunks of [1, 2]) {
      expect(() => unseal(bytes.subarray(0, at(chunks)), key, 'b')).toThrow(SealBroken);
    }
    const exchanged = [
      bytes.subarray(0, at(0)),
      bytes.subarray(at(1), at(2)),
      bytes.subarray(at(0), at(1)),
      bytes.subarray(at(2)),
    ];
    expect(() => unseal(Buffer.concat(exchanged), key, 'b')).toThrow(SealBroken);
    expect(unseal(bytes, key, 'b')).toHaveLength(3 * CHUNK_BYTES);
  });
});

describe('wrapped keys', () => {
  const master = { keyId: 'k1', masterKey: randomBytes(32) };

  it('open under the same master key and binding only', () => {
    const key = randomBytes(32);
    const wrapped = wrapKey(key, master, 'b');
    expect(unwrapKey(wrapped, master.masterKey, 'b').equals(key)).toBe(true);
    expect(() => unwrapKey(wrapped, randomBytes(32), 'b')).toThrow(SealBroken);
    expect(() => unwrapKey(wrapped, master.masterKey, 'c')).toThrow(SealBroken);
    for (const broken of ['', 'AQ==', wrapped.slice(0, -8), 'not base64 at all']) {
      expect(() => unwrapKey(broken, master.masterKey, 'b')).toThrow(SealBroken);
    }
  });
});
