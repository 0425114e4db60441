import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const PIECE_BYTES = 65_536;

/** A file on its way to somebody, too large for memory: whole, and its fingerprint known. */
export interface SpooledFile {
  size: number;
  /** In hex. */
  sha256: string;
  /**
   * Gives all bytes from the start, in pieces, to one who resolves when a piece may be written over: there is
   * one buffer, however long the file.
   */
  pour(into: (bytes: Buffer) => Promise<void>): Promise<void>;
  /** Frees its room. */
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
  return {
    size,
    sha256: hash.digest('hex'),
    pour: (into) => pour(reader, into),
    discard: () => reader.close(),
  };
}

async function pour(from: FileHandle, into: (bytes: Buffer) => Promise<void>): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(PIECE_BYTES);
  let position = 0;
  for (;;) {
    const { bytesRead } = await from.read(buffer, 0, PIECE_BYTES, position);
    if (bytesRead === 0) return;
    await into(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}

/** Two ways into one file: the stream that writes closes its own. */
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
