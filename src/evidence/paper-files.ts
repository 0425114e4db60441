import { createReadStream } from 'node:fs';
import type { FileStore, StoredFile } from '../platform/files/file-store.js';
import { FILE_KINDS } from '../platform/files/file-kind.js';
import type { ProcessedUpload } from '../platform/files/process-upload.js';
import type { EvidencePage, EvidencePaper } from './evidence.store.js';

type Accepted = Extract<ProcessedUpload, { ok: true }>;

/** A paper's files as they lie in the store: everything its rows need but its place in a case. */
export interface PaperFiles {
  paper: Pick<
    EvidencePaper,
    'id' | 'originalName' | 'contentType' | 'bytes' | 'sha256' | 'storageName' | 'wrappedKey'
  >;
  pages: EvidencePage[];
}

/** What a file belongs to: put in another's place it does not open. */
export function originalBinding(paperId: string): string {
  return `evidence ${paperId} original`;
}

export function pageBinding(paperId: string, pageNumber: number): string {
  return `evidence ${paperId} page ${pageNumber}`;
}

/**
 * Encrypts and stores a processed upload for the paper that will have this id. Called before the
 * transaction that writes the rows; when that fails, {@link removePaperFiles} undoes it.
 */
export async function storePaperFiles(
  store: FileStore,
  paperId: string,
  upload: Accepted,
): Promise<PaperFiles> {
  const stored: StoredFile[] = [];
  try {
    const pages: EvidencePage[] = [];
    for (const [index, page] of upload.pages.entries()) {
      const pageNumber = index + 1;
      const file = await store.write(createReadStream(page.path), pageBinding(paperId, pageNumber));
      stored.push(file);
      const { width, height, contentType } = page;
      pages.push({ paperId, pageNumber, contentType, width, height, ...file });
    }
    const original = await store.write(
      createReadStream(upload.original.path),
      originalBinding(paperId),
    );
    const { originalName } = upload.original;
    const contentType = FILE_KINDS[upload.kind].contentType;
    return { paper: { id: paperId, originalName, contentType, ...original }, pages };
  } catch (error) {
    await Promise.all(stored.map((file) => store.remove(file.storageName)));
    throw error;
  }
}

/** Takes back what {@link storePaperFiles} stored, when its rows were never written. */
export async function removePaperFiles(store: FileStore, files: PaperFiles): Promise<void> {
  const names = [files.paper.storageName, ...files.pages.map((page) => page.storageName)];
  await Promise.all(names.map((name) => store.remove(name)));
}
