import type { PaperFiles, StoredPaperFiles } from '../evidence/paper-files.js';
import {
  isPaperKind,
  PAPER_KIND_CODES,
  type PaperKind,
} from '../permit-types/paper-kinds.rules.js';
import { newId } from '../platform/database/new-id.js';
import { fileRefusalText } from '../platform/files/file-refusals.js';
import { type ProcessedUpload, processUpload } from '../platform/files/process-upload.js';
import { discardReceived, type ReceivedFile } from '../platform/files/received-file.js';
import { escapePointer, listed } from './body-fields.rules.js';
import type { Fault } from './faults.rules.js';

/** A file in quarantine with the kind of paper its sender says it is. */
export interface SentFile {
  kind: string;
  file: ReceivedFile;
}

type Accepted = Extract<ProcessedUpload, { ok: true }>;

export interface OpenedFile {
  kind: PaperKind;
  upload: Accepted;
}

export interface StoredPaper extends StoredPaperFiles {
  kind: PaperKind;
}

export type OpenedFiles =
  { ok: true; opened: OpenedFile[]; faults: Fault[] } | { ok: false; refusal: 'too_busy' };

/**
 * Opens every file and draws its pages, outside any transaction. A file that is refused is one
 * fault; the others are opened nevertheless, so that all faults are told at once.
 */
export async function openSentFiles(files: readonly SentFile[]): Promise<OpenedFiles> {
  const opened: OpenedFile[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const { kind, file } of files) {
    const refuse = (code: Fault['code'], words: string) =>
      faults.push({ pointer: `/evidence/${escapePointer(kind)}`, code, words });
    if (!isPaperKind(kind)) {
      refuse('unknown_paper_kind', `Kind of paper must be ${listed(PAPER_KIND_CODES)}`);
    } else if (seen.has(file.sha256)) {
      refuse('already_added', `${file.originalName}: the same file is in this request already`);
    } else {
      seen.add(file.sha256);
      const upload = await processUpload(file);
      if (upload.ok) opened.push({ kind, upload });
      else if (upload.refusal === 'too_busy') return stopOpening(opened);
      else refuse('file_refused', `${file.originalName}: ${fileRefusalText(upload.refusal)}`);
    }
  }
  return { ok: true, opened, faults };
}

async function stopOpening(opened: readonly OpenedFile[]): Promise<OpenedFiles> {
  await closeOpened(opened);
  return { ok: false, refusal: 'too_busy' };
}

/** Encrypts and keeps the files, all or none. */
export async function storeOpened(
  paperFiles: PaperFiles,
  applicationId: string,
  opened: readonly OpenedFile[],
): Promise<StoredPaper[]> {
  const stored: StoredPaper[] = [];
  try {
    for (const { kind, upload } of opened) {
      const place = { id: newId(), applicationId };
      stored.push({ kind, ...(await paperFiles.keep(place, upload)) });
    }
    return stored;
  } catch (error) {
    await removeStored(paperFiles, stored);
    throw error;
  }
}

/** Takes back files whose rows were never written. */
export async function removeStored(
  paperFiles: PaperFiles,
  stored: readonly StoredPaper[],
): Promise<void> {
  await Promise.all(stored.map((paper) => paperFiles.remove(paper)));
}

/** Leaves nothing in quarantine, whatever came of the files. */
export async function clearQuarantine(
  files: readonly SentFile[],
  opened: readonly OpenedFile[],
): Promise<void> {
  await closeOpened(opened);
  await discardReceived(files.map(({ file }) => file));
}

async function closeOpened(opened: readonly OpenedFile[]): Promise<void> {
  await Promise.all(opened.map(({ upload }) => upload.dispose()));
}
