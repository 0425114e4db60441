import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file on its way to somebody, too large for memory: whole, and its fingerprint known. */
export interface SpooledFile {
  size: number;
  /** In hex. */
  sha256: string;
  /** The bytes from the start; to be read once, after which the room is free again. */
  read(): Readable;
  discard(): Promise<void>;
}

/**
 * Writes what is read to a file without a name: nobody else can open it, and it is gone when it is
 * closed or this process ends. Rejects, and leaves nothing, when the source fails or the signal says stop.
 */
export async function spool(source: Readable, signal: AbortSignal): Promise<SpooledFile> {
  const { writer, reader } = await openNameless();
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(source, measure, writer.createWriteStream(), { signal });
  } catch (error) {
    await reader.close();
    throw error;
  }
  let isRead = false;
  return {
    size,
    sha256: hash.digest('hex'),
    read: () => {
      isRead = true;
      return reader.createReadStream({ start: 0 });
    },
    // A stream closes its file by itself, at its end or when it is destroyed.
    discard: () => (isRead ? Promise.resolve() : reader.close()),
  };
}

/** Two ways into one file, so that each stream closes its own. */
async function openNameless(): Promise<{ writer: FileHandle; reader: FileHandle }> {
  const path = join(tmpdir(), `permit-desk-${randomUUID()}`);
  const writer = await open(path, 'wx', 0o600);
  try {
    return { writer, reader: await open(path, 'r') };
  } catch (error) {
    await writer.close();
    throw error;
  } finally {
    await unlink(path);
  }
}
