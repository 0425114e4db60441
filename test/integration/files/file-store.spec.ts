import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CHUNK_BYTES, HEADER_BYTES, TAG_BYTES } from '../../../src/platform/files/encryption.js';
import {
  FileStore,
  StoredFileUnusable,
  type StoredFile,
} from '../../../src/platform/files/file-store.js';
import { wrappingKeyId } from '../../../src/platform/files/key-wrapping.js';
import { quarantineFolder, sweepQuarantine } from '../../../src/platform/files/quarantine.js';

const BINDING = 'record 12, version 1';
const SEALED_CHUNK = CHUNK_BYTES + TAG_BYTES;
const masterKey = randomBytes(32);
let directory: string;
let store: FileStore;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'store-'));
  store = new FileStore({ directory, masterKey, keyId: 'k1' });
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

function pathOf({ storageName }: StoredFile): string {
  return join(directory, storageName.slice(0, 2), storageName.slice(2, 4), storageName);
}

async function reasonOf(stored: StoredFile, binding = BINDING): Promise<string> {
  const read = store.read(stored, binding);
  return read.then(
    (content) => `returned ${content.length} bytes`,
    (error: unknown) => (error instanceof StoredFileUnusable ? error.because : String(error)),
  );
}

async function rewrite(stored: StoredFile, change: (sealed: Buffer) => Buffer): Promise<void> {
  await writeFile(pathOf(stored), change(await readFile(pathOf(stored))));
}

const three = 3 * CHUNK_BYTES - 100;

describe('what was written is read back', () => {
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 5 * CHUNK_BYTES])(
    '%d bytes',
    async (bytes) => {
      const content = randomBytes(bytes);
      const stored = await store.write(content, BINDING);
      expect(stored.bytes).toBe(bytes);
      expect((await store.read(stored, BINDING)).equals(content)).toBe(true);
      const streamed = await store.write(Readable.from(slices(content)), BINDING);
      expect((await store.read(streamed, BINDING)).equals(content)).toBe(true);
      expect(streamed.sha256).toBe(stored.sha256);
    },
  );

  it('lies on disk unreadable, privately, under a random name', async () => {
    const stored = await store.write(Buffer.from('Jane Example, 1 Invented Road'), BINDING);
    expect(stored.storageName).toMatch(/^[0-9a-f]{32}$/);
    const sealed = await readFile(pathOf(stored));
    expect(sealed.includes('Example')).toBe(false);
    expect((await stat(pathOf(stored))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(directory, '.incoming'))).toEqual([]);
    expect(wrappingKeyId(stored.wrappedKey)).toBe('k1');
  });

  it('leaves nothing behind when the source fails', async () => {
    const source = Readable.from(failing());
    await expect(store.write(source, BINDING)).rejects.toThrow('source failed');
    expect(await readdir(directory)).toEqual(['.incoming']);
    expect(await readdir(join(directory, '.incoming'))).toEqual([]);
  });

  it('is gone when removed, and removing twice is no fault', async () => {
    const stored = await store.write(Buffer.from('x'), BINDING);
    await store.remove(stored.storageName);
    await store.remove(stored.storageName);
    expect(await reasonOf(stored)).toBe('missing');
    expect(await reasonOf({ ...stored, storageName: '../../etc/passwd' })).toBe('missing');
  });
});

describe('tampering is refused, and nothing is returned', () => {
  it('a bit flipped anywhere', async () => {
    const stored = await store.write(randomBytes(three), BINDING);
    const whole = await readFile(pathOf(stored));
    const places = [0, 4, 5, HEADER_BYTES, HEADER_BYTES + CHUNK_BYTES, whole.length - 1];
    for (const place of [...places, ...Array.from({ length: 40 }, () => randomPlace(whole))]) {
      await rewrite(stored, () => flipped(whole, place));
      expect(await reasonOf(stored)).toBe('damaged');
    }
    await rewrite(stored, () => whole);
    expect(await reasonOf(stored)).toBe(`returned ${three} bytes`);
  });

  it('cut short, at any length', async () => {
    const stored = await store.write(randomBytes(three), BINDING);
    const whole = await readFile(pathOf(stored));
    const atChunks = [0, 1, 2].map((chunks) => HEADER_BYTES + chunks * SEALED_CHUNK);
    for (const length of [0, 3, ...atChunks, HEADER_BYTES + 5, whole.length - 1]) {
      await rewrite(stored, () => whole.subarray(0, length));
      expect(await reasonOf(stored)).toBe('damaged');
    }
  });

  it('lengthened, or with chunks in another order or twice', async () => {
    const stored = await store.write(randomBytes(three), BINDING);
    const whole = await readFile(pathOf(stored));
    const header = whole.subarray(0, HEADER_BYTES);
    const chunk = (index: number) =>
      whole.subarray(
        HEADER_BYTES + index * SEALED_CHUNK,
        HEADER_BYTES + (index + 1) * SEALED_CHUNK,
      );
    for (const pieces of [
      [header, chunk(1), chunk(0), chunk(2)],
      [header, chunk(0), chunk(0), chunk(2)],
      [header, chunk(0), chunk(2)],
      [header, chunk(0), chunk(1), chunk(2), chunk(2)],
      [whole, Buffer.from('x')],
      [whole, Buffer.alloc(SEALED_CHUNK)],
    ]) {
      await rewrite(stored, () => Buffer.concat(pieces));
      expect(await reasonOf(stored)).toBe('damaged');
    }
  });

  it('two files or two keys exchanged, and another binding', async () => {
    const one = await store.write(randomBytes(three), BINDING);
    const other = await store.write(randomBytes(three), BINDING);
    expect(await reasonOf(one, 'record 13, version 1')).toBe('damaged');
    expect(await reasonOf({ ...one, wrappedKey: other.wrappedKey })).toBe('damaged');
    await rename(pathOf(one), join(directory, 'aside'));
    await rename(pathOf(other), pathOf(one));
    await rename(join(directory, 'aside'), pathOf(other));
    expect(await reasonOf(one)).toBe('damaged');
    expect(await reasonOf({ ...one, wrappedKey: other.wrappedKey })).toBe('damaged');
  });

  it('a wrapped key altered, or the hash in the record', async () => {
    const stored = await store.write(Buffer.from('x'), BINDING);
    const key = Buffer.from(stored.wrappedKey, 'base64');
    for (let place = 0; place < key.length; place += 1) {
      const wrappedKey = flipped(key, place).toString('base64');
      expect(await reasonOf({ ...stored, wrappedKey })).toMatch(/^(damaged|unknown_key)$/);
    }
    expect(await reasonOf({ ...stored, sha256: '0'.repeat(64) })).toBe('damaged');
  });
});

describe('master keys', () => {
  it('another one opens nothing; a retired one still does, and its files can be wrapped anew', async () => {
    const stored = await store.write(Buffer.from('content'), BINDING);
    const later = { directory, masterKey: randomBytes(32), keyId: 'k2' };
    store = new FileStore(later);
    expect(await reasonOf(stored)).toBe('unknown_key');
    store = new FileStore({ ...later, keyId: 'k1' });
    expect(await reasonOf(stored)).toBe('damaged');
    const rotating = new FileStore({ ...later, retiredMasterKeys: { k1: masterKey } });
    expect((await rotating.read(stored, BINDING)).toString()).toBe('content');
    const wrappedKey = rotating.rewrap(stored, BINDING);
    expect(wrappingKeyId(wrappedKey)).toBe('k2');
    store = new FileStore(later);
    expect(await reasonOf({ ...stored, wrappedKey })).toBe('returned 7 bytes');
  });

  it('must have 32 bytes', () => {
    expect(() => new FileStore({ directory, masterKey: Buffer.alloc(16), keyId: 'k' })).toThrow();
  });
});

describe('the sweep of quarantine', () => {
  it('removes what is a day old, and nothing younger', async () => {
    const folder = quarantineFolder(directory);
    await writeFile(join(folder, 'old'), 'x');
    await writeFile(join(folder, 'new'), 'x');
    const now = new Date();
    const old = new Date(now.getTime() - 25 * 60 * 60 * 1000);
    await utimes(join(folder, 'old'), old, old);
    expect(await sweepQuarantine(directory, now)).toBe(1);
    expect(await readdir(folder)).toEqual(['new']);
  });
});

function flipped(bytes: Buffer, place: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[place] = (changed[place] ?? 0) ^ 0x10;
  return changed;
}

function randomPlace(bytes: Buffer): number {
  return randomBytes(4).readUInt32BE() % bytes.length;
}

function* slices(content: Buffer) {
  for (let at = 0; at < content.length; at += 10_000) yield content.subarray(at, at + 10_000);
}

function* failing() {
  yield Buffer.alloc(200_000);
  throw new Error('source failed');
}
