import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Request } from 'express';
import type multer from 'multer';
import { displayName } from './display-name.js';
import type { FileRefusal } from './file-refusals.js';
import { quarantinePath } from './quarantine.js';
import type { ReceivedFile } from './received-file.js';

/** Thrown while a request is being received; what its sender is told is the refusal's sentence. */
export class UploadRefused extends Error {
  constructor(
    readonly refusal: FileRefusal,
    readonly originalName: string | null = null,
  ) {
    super(refusal);
  }
}

export interface QuarantineBounds {
  folder: string;
  maxBytesPerFile: number;
  maxBytesTogether: number;
}

type Stored = (error?: unknown, stored?: Partial<Express.Multer.File>) => void;

/**
 * Multer's storage for one request: each file streams to quarantine, counted and hashed on its way.
 * Nothing is kept in memory but the chunk in hand, and a file that does not arrive whole is removed
 * before anybody hears of it.
 */
export class QuarantineStorage implements multer.StorageEngine {
  /** One place for each file as it begins, so that a small one does not overtake a large one. */
  private readonly places: (ReceivedFile | null)[] = [];
  private readonly underway = new Set<Promise<void>>();
  private bytesTogether = 0;

  constructor(private readonly bounds: QuarantineBounds) {}

  /** The files that have arrived whole, in the order in which they were sent. */
  get files(): ReceivedFile[] {
    return this.places.filter((place) => place !== null);
  }

  _handleFile(_req: Request, file: Express.Multer.File, stored: Stored): void {
    const place = this.places.push(null) - 1;
    const receiving = this.receive(file).then(
      (received) => {
        this.places[place] = received;
        stored(null, { path: received.path, size: received.bytes });
      },
      (error: unknown) => {
        // What is left of this part must still be read, or the parser waits for it for ever.
        file.stream.resume();
        stored(error);
      },
    );
    this.underway.add(receiving);
    void receiving.finally(() => this.underway.delete(receiving));
  }

  _removeFile(_req: Request, file: Express.Multer.File, removed: (error: Error | null) => void) {
    rm(file.path, { force: true }).then(
      () => removed(null),
      (error: unknown) => removed(error instanceof Error ? error : new Error(String(error))),
    );
  }

  /** Resolves when no file is being written any more, whole or not. */
  async settled(): Promise<void> {
    while (this.underway.size > 0) await Promise.allSettled([...this.underway]);
  }

  private async receive(file: Express.Multer.File): Promise<ReceivedFile> {
    const path = quarantinePath(this.bounds.folder);
    const originalName = displayName(file.originalname);
    const output = await open(path, 'wx', 0o600);
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of chunksOf(file.stream)) {
        bytes += chunk.length;
        this.bytesTogether += chunk.length;
        this.refuseExcess(bytes, originalName);
        hash.update(chunk);
        await output.write(chunk);
      }
      await output.close();
      return { field: file.fieldname, path, originalName, bytes, sha256: hash.digest('hex') };
    } catch (error) {
      await output.close().catch(() => undefined);
      await rm(path, { force: true });
      throw error;
    }
  }

  private refuseExcess(bytes: number, originalName: string): void {
    if (bytes > this.bounds.maxBytesPerFile) throw new UploadRefused('too_big', originalName);
    if (this.bytesTogether > this.bounds.maxBytesTogether) {
      throw new UploadRefused('too_big_together');
    }
  }
}

/** The parser owns the stream: leaving the loop early must not destroy it. */
function chunksOf(stream: Readable): AsyncIterable<Buffer> {
  return stream.iterator({ destroyOnReturn: false });
}
