import { rm } from 'node:fs/promises';
import type { FileKind } from './file-kind.js';
import type { FileRefusal } from './file-refusals.js';
import { inspectFile } from './inspect-file.js';
import { makePageImages, pagesFolderOf, type PageImage } from './page-images.js';
import { discardReceived, type ReceivedFile } from './received-file.js';

export type ProcessedUpload =
  | {
      ok: true;
      kind: FileKind;
      extension: string;
      pages: PageImage[];
      /** The file as it arrived, still in quarantine: to be stored, never to be shown. */
      original: ReceivedFile;
      /** Removes the original and the page images from quarantine. Call it always, and last. */
      dispose: () => Promise<void>;
    }
  | { ok: false; refusal: FileRefusal };

/**
 * From a received file to page images that people may look at. After a refusal or an error nothing is
 * left in quarantine.
 */
export async function processUpload(received: ReceivedFile): Promise<ProcessedUpload> {
  const dispose = () => disposeOf(received);
  let processed: ProcessedUpload | null = null;
  try {
    processed = await inspectAndDraw(received, dispose);
    return processed;
  } finally {
    if (processed?.ok !== true) await dispose();
  }
}

async function inspectAndDraw(
  received: ReceivedFile,
  dispose: () => Promise<void>,
): Promise<ProcessedUpload> {
  const inspection = await inspectFile(received);
  if (!inspection.ok) return inspection;
  const { kind, extension } = inspection;
  const drawing = await makePageImages(received.path, kind);
  if (!drawing.ok) return drawing;
  return { ok: true, kind, extension, pages: drawing.pages, original: received, dispose };
}

async function disposeOf(received: ReceivedFile): Promise<void> {
  await rm(pagesFolderOf(received.path), { recursive: true, force: true });
  await discardReceived([received]);
}
