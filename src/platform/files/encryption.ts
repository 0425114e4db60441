import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * AES-256-GCM in authenticated chunks (the STREAM construction). A sealed file is
 *
 *     header:  "SEAL" ‖ version (1 byte) ‖ nonce prefix (7 bytes)
 *     chunks:  ciphertext (64 KB, the last one shorter or equal) ‖ tag (16 bytes)
 *
 * The nonce of a chunk is prefix ‖ counter (4 bytes) ‖ 1 on the last chunk, else 0: chunks cannot
 * change places, and a file cut short has no last chunk. Every chunk authenticates the header and
 * the caller's binding, so that a file moved to another owner does not open.
 */
export const CHUNK_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const HEADER_BYTES = 12;
export const KEY_BYTES = 32;
const PREFIX_BYTES = 7;
const MAGIC = Buffer.from('SEAL\x01', 'latin1');
const MAX_CHUNKS = 2 ** 32;

/** The content, its key or its binding is not what was sealed. Nothing of it may be used. */
export class SealBroken extends Error {
  constructor(readonly because: 'header' | 'content' | 'length' | 'key') {
    super(`The sealed file does not open: its ${because} is not what was written.`);
  }
}

export function nonceOf(prefix: Buffer, counter: number, isLast: boolean): Buffer {
  if (counter >= MAX_CHUNKS) throw new RangeError('Too many chunks for one key');
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce, 0, 0, PREFIX_BYTES);
  nonce.writeUInt32BE(counter, PREFIX_BYTES);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/** Seals a stream chunk by chunk; yields the header, then each sealed chunk. */
export async function* seal(
  source: AsyncIterable<Buffer>,
  key: Buffer,
  binding: string,
): AsyncGenerator<Buffer> {
  const prefix = randomBytes(PREFIX_BYTES);
  const header = Buffer.concat([MAGIC, prefix]);
  yield header;
  const associated = associatedBytes(header, binding);
  let counter = 0;
  let pending = Buffer.alloc(0);
  for await (const piece of source) {
    pending = pending.length === 0 ? Buffer.from(piece) : Buffer.concat([pending, piece]);
    // A full chunk is kept back until more follows: only then is it known not to be the last.
    while (pending.length > CHUNK_BYTES) {
      yield sealChunk(
        pending.subarray(0, CHUNK_BYTES),
        key,
        nonceOf(prefix, counter, false),
        associated,
      );
      pending = pending.subarray(CHUNK_BYTES);
      counter += 1;
    }
  }
  yield sealChunk(pending, key, nonceOf(prefix, counter, true), associated);
}

/**
 * Opens a whole sealed file. Returns only when every chunk, the order, the end and the binding have
 * been verified.
 * @throws SealBroken
 */
export function unseal(sealed: Buffer, key: Buffer, binding: string): Buffer {
  const header = sealed.subarray(0, HEADER_BYTES);
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new SealBroken('header');
  }
  const prefix = header.subarray(MAGIC.length);
  const associated = associatedBytes(header, binding);
  const chunks: Buffer[] = [];
  let at = HEADER_BYTES;
  do {
    const end = Math.min(at + CHUNK_BYTES + TAG_BYTES, sealed.length);
    const nonce = nonceOf(prefix, chunks.length, end === sealed.length);
    chunks.push(openChunk(sealed.subarray(at, end), key, nonce, associated));
    at = end;
  } while (at < sealed.length);
  return Buffer.concat(chunks);
}

function sealChunk(plain: Buffer, key: Buffer, nonce: Buffer, associated: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(sealed: Buffer, key: Buffer, nonce: Buffer, associated: Buffer): Buffer {
  if (sealed.length < TAG_BYTES) throw new SealBroken('length');
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated);
  cipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    const plain = cipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
    return Buffer.concat([plain, cipher.final()]);
  } catch {
    throw new SealBroken('content');
  }
}

function associatedBytes(header: Buffer, binding: string): Buffer {
  return Buffer.concat([header, Buffer.from(binding, 'utf8')]);
}
