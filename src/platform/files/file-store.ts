import { createHash, randomBytes, type Hash } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { KEY_BYTES, seal, SealBroken, unseal } from './encryption.js';
import { unwrapKey, wrapKey, wrappingKeyId, type MasterKey } from './key-wrapping.js';
import { quarantineFolder, quarantinePath } from './quarantine.js';

export interface StoredFile {
  /** Random, 128 bits in lower-case hex; the name on disk. */
  storageName: string;
  /** The file's own key, wrapped by a master key, in base64. Forgetting it shreds the file. */
  wrappedKey: string;
  /** Length and SHA-256 (hex) of the content as it was given, not of what lies on disk. */
  bytes: number;
  sha256: string;
}

export interface FileStoreOptions extends MasterKey {
  directory: string;
  /** Master keys that wrap no more but still open what they wrapped, by key id. */
  retiredMasterKeys?: Readonly<Record<string, Buffer>>;
}

/** The file is not, or no longer, what was written, or must not be seen. Nothing of it was returned. */
export class StoredFileUnusable extends Error {
  constructor(
    readonly because: 'missing' | 'damaged' | 'unknown_key' | 'withheld',
    readonly storageName: string,
    options?: ErrorOptions,
  ) {
    super(`A stored file cannot be used: ${because}.`, options);
  }
}

/**
 * Files encrypted at rest, each under its own key. `binding` says what a file belongs to (for example
 * "record 12, version 1"); it must be the same when reading, so that a file put in another's place
 * does not open.
 */
export class FileStore {
  constructor(private readonly options: FileStoreOptions) {
    if (options.masterKey.length !== KEY_BYTES) throw new RangeError('A master key has 32 bytes');
  }

  /** Durable when it returns: content and both folder entries have reached the disk. */
  async write(source: Readable | Buffer, binding: string): Promise<StoredFile> {
    const storageName = randomBytes(16).toString('hex');
    const key = randomBytes(KEY_BYTES);
    const bound = boundTo(storageName, binding);
    const temporary = quarantinePath(quarantineFolder(this.options.directory));
    const measured = { bytes: 0, hash: createHash('sha256') };
    try {
      await writeDurably(temporary, seal(measuring(source, measured), key, bound));
      await this.moveIntoPlace(temporary, storageName);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return {
      storageName,
      wrappedKey: wrapKey(key, this.options, bound),
      bytes: measured.bytes,
      sha256: measured.hash.digest('hex'),
    };
  }

  /**
   * The whole content, verified to its last byte before anything is returned.
   * @throws StoredFileUnusable
   */
  async read(stored: StoredFile, binding: string): Promise<Buffer> {
    const { storageName, wrappedKey, bytes, sha256 } = stored;
    const sealed = await this.sealedContent(storageName);
    const bound = boundTo(storageName, binding);
    const content = refusingDamage(storageName, () => {
      const master = this.masterKeyFor(wrappedKey, storageName);
      return unseal(sealed, unwrapKey(wrappedKey, master, bound), bound);
    });
    const isSame =
      content.length === bytes && createHash('sha256').update(content).digest('hex') === sha256;
    if (!isSame) throw new StoredFileUnusable('damaged', storageName);
    return content;
  }

  /** Removing a file that is gone already is no fault. */
  async remove(storageName: string): Promise<void> {
    const path = this.pathOf(storageName);
    await rm(path, { force: true });
    await syncFolder(dirname(path)).catch(ignoreMissing);
  }

  /** The same key wrapped under the master key of today; the file itself is not touched. */
  rewrap(stored: Pick<StoredFile, 'storageName' | 'wrappedKey'>, binding: string): string {
    const bound = boundTo(stored.storageName, binding);
    const key = refusingDamage(stored.storageName, () => {
      const master = this.masterKeyFor(stored.wrappedKey, stored.storageName);
      return unwrapKey(stored.wrappedKey, master, bound);
    });
    return wrapKey(key, this.options, bound);
  }

  /** Whether the file lies in the store; what is in it is not looked at. */
  async has(storageName: string): Promise<boolean> {
    return access(this.pathOf(storageName)).then(
      () => true,
      () => false,
    );
  }

  /** Names of the files that were put into the store before that instant, folder by folder. */
  async *namesBefore(instant: Date): AsyncGenerator<string[]> {
    for (const outer of await foldersIn(this.options.directory)) {
      for (const inner of await foldersIn(join(this.options.directory, outer))) {
        const folder = join(this.options.directory, outer, inner);
        yield await filesBefore(folder, instant);
      }
    }
  }

  /** Whether the master key of today wrapped it. @throws StoredFileUnusable when it is no wrapped key */
  isUnderCurrentKey({ storageName, wrappedKey }: Pick<StoredFile, 'storageName' | 'wrappedKey'>) {
    return refusingDamage(storageName, () => wrappingKeyId(wrappedKey)) === this.options.keyId;
  }

  private async sealedContent(storageName: string): Promise<Buffer> {
    return readFile(this.pathOf(storageName)).catch((cause: unknown) => {
      if (isMissing(cause)) throw new StoredFileUnusable('missing', storageName, { cause });
      throw cause;
    });
  }

  private masterKeyFor(wrappedKey: string, storageName: string): Buffer {
    const keyId = wrappingKeyId(wrappedKey);
    if (keyId === this.options.keyId) return this.options.masterKey;
    const retired = this.options.retiredMasterKeys ?? {};
    const key = Object.hasOwn(retired, keyId) ? retired[keyId] : undefined;
    if (key === undefined) throw new StoredFileUnusable('unknown_key', storageName);
    return key;
  }

  private pathOf(storageName: string): string {
    if (!/^[0-9a-f]{32}$/.test(storageName)) throw new StoredFileUnusable('missing', storageName);
    const folders = [storageName.slice(0, 2), storageName.slice(2, 4)];
    return join(this.options.directory, ...folders, storageName);
  }

  private async moveIntoPlace(temporary: string, storageName: string): Promise<void> {
    const path = this.pathOf(storageName);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(temporary, path);
    await syncFolder(folder);
    await syncFolder(dirname(folder));
    await syncFolder(this.options.directory);
  }
}

/** Nothing but the store's own: two hexadecimal digits. */
async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .map(({ name }) => name);
}

async function filesBefore(folder: string, instant: Date): Promise<string[]> {
  const names: string[] = [];
  for (const name of await readdir(folder)) {
    if (!/^[0-9a-f]{32}$/.test(name)) continue;
    const found = await stat(join(folder, name)).catch(() => null);
    // When it was put in its place, which no clock of a sender can change.
    if (found !== null && found.ctimeMs < instant.getTime()) names.push(name);
  }
  return names;
}

function boundTo(storageName: string, binding: string): string {
  return `${storageName}\n${binding}`;
}

function refusingDamage<T>(storageName: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    if (cause instanceof SealBroken) {
      throw new StoredFileUnusable('damaged', storageName, { cause });
    }
    throw cause;
  }
}

async function* measuring(source: Readable | Buffer, measured: { bytes: number; hash: Hash }) {
  const pieces: AsyncIterable<Buffer> = Buffer.isBuffer(source) ? Readable.from([source]) : source;
  for await (const piece of pieces) {
    measured.bytes += piece.length;
    measured.hash.update(piece);
    yield piece;
  }
}

async function writeDurably(path: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}
