import { open } from 'node:fs/promises';
import { FILE_LIMITS } from './file-limits.js';
import { HEAD_BYTES, kindOfFile, type FileKind } from './file-kind.js';
import type { FileRefusal } from './file-refusals.js';
import type { ReceivedFile } from './received-file.js';

export type InspectionOutcome =
  { ok: true; kind: FileKind; extension: string } | { ok: false; refusal: FileRefusal };

/**
 * What can be said of a received file without decoding it: its size, its kind by content, and
 * whether its extension agrees. What needs a decoder (locked, too many pages or pixels, programs
 * inside) is found by `makePageImages` in its child process.
 */
export async function inspectFile(received: ReceivedFile): Promise<InspectionOutcome> {
  if (received.bytes < FILE_LIMITS.minBytesPerFile) return { ok: false, refusal: 'empty' };
  if (received.bytes > FILE_LIMITS.maxBytesPerFile) return { ok: false, refusal: 'too_big' };
  const head = await firstBytes(received.path);
  return kindOfFile(received.path, head, received.originalName);
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
