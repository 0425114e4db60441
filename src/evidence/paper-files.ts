import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import type { Tx } from '../platform/database/transaction.js';
import { FILE_KINDS } from '../platform/files/file-kind.js';
import { FileStore, type StoredFile, StoredFileUnusable } from '../platform/files/file-store.js';
import type { ProcessedUpload } from '../platform/files/process-upload.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { contentMark } from './content-mark.js';
import { type EvidencePage, type EvidencePaper, insertPaper } from './evidence.store.js';
import { FileAlarms } from './file-alarms.js';
import { BINDING_VERSION, originalBinding, pageBinding } from './paper-bindings.js';
import { isOpenToOfficers } from './virus-check.rules.js';

type Accepted = Extract<ProcessedUpload, { ok: true }>;

/** A paper's files as they lie in the store: everything its rows need but its place in the case. */
export interface StoredPaperFiles {
  paper: Pick<
    EvidencePaper,
    | 'id'
    | 'applicationId'
    | 'originalName'
    | 'contentType'
    | 'bytes'
    | 'sha256'
    | 'storageName'
    | 'wrappedKey'
    | 'virusCheck'
    | 'virusCheckedAt'
    | 'bindingVersion'
    | 'contentMark'
  >;
  pages: EvidencePage[];
}

/** The files of papers: kept, shown to those who may see them, and taken away. */
@Injectable()
export class PaperFiles {
  constructor(
    private readonly store: FileStore,
    private readonly settings: Settings,
    private readonly outbox: Outbox,
    private readonly alarms: FileAlarms,
  ) {}

  /**
   * Encrypts and stores a processed upload for the paper that will have this id. Called before the
   * transaction that writes the rows; when that fails, {@link remove} undoes it, and after a crash
   * the sweep of orphans does.
   */
  async keep(
    place: { id: string; applicationId: string },
    upload: Accepted,
  ): Promise<StoredPaperFiles> {
    const bound = { ...place, bindingVersion: BINDING_VERSION };
    const stored: StoredFile[] = [];
    try {
      const pages: EvidencePage[] = [];
      for (const [index, page] of upload.pages.entries()) {
        const pageNumber = index + 1;
        const file = await this.store.write(
          createReadStream(page.path),
          pageBinding(bound, pageNumber),
        );
        stored.push(file);
        const { width, height, contentType } = page;
        pages.push({ paperId: place.id, pageNumber, contentType, width, height, ...file });
      }
      const source = createReadStream(upload.original.path);
      const original = await this.store.write(source, originalBinding(bound));
      return { paper: this.rowOf(bound, upload, original), pages };
    } catch (error) {
      await Promise.all(stored.map((file) => this.store.remove(file.storageName)));
      throw error;
    }
  }

  /** Writes the rows, and books the virus check where there is a scanner. */
  async insert(tx: Tx, paper: EvidencePaper, pages: EvidencePage[]): Promise<void> {
    await insertPaper(tx, paper, pages);
    if (paper.virusCheck === 'waiting') {
      await this.outbox.enqueue(tx, { type: 'evidence.paper-stored', subjectId: paper.id });
    }
  }

  /** Takes back what {@link keep} stored, when its rows were never written. */
  async remove({ paper, pages }: StoredPaperFiles): Promise<void> {
    const names = [paper.storageName, ...pages.map((page) => page.storageName)];
    await Promise.all(names.map((name) => this.store.remove(name)));
  }

  /**
   * One page as an officer may see it, verified to its last byte.
   * @throws StoredFileUnusable; `withheld` before the virus check and after a virus was found
   */
  async readPage(paper: EvidencePaper, page: EvidencePage): Promise<Buffer> {
    if (page.paperId !== paper.id) throw new StoredFileUnusable('missing', page.storageName);
    refuseWithheld(paper);
    return this.open(paper, page, pageBinding(paper, page.pageNumber));
  }

  /** The file as it was sent. @throws StoredFileUnusable, as {@link readPage} */
  async readOriginal(paper: EvidencePaper): Promise<Buffer> {
    refuseWithheld(paper);
    return this.open(paper, paper, originalBinding(paper));
  }

  /** The same before anybody may see it: for the scanner alone. @throws StoredFileUnusable */
  async readForScanning(paper: EvidencePaper): Promise<Buffer> {
    return this.open(paper, paper, originalBinding(paper));
  }

  private async open(paper: EvidencePaper, file: StoredFile, binding: string): Promise<Buffer> {
    try {
      return await this.store.read(file, binding);
    } catch (error) {
      if (error instanceof StoredFileUnusable) await this.alarms.raise(paper, error);
      throw error;
    }
  }

  private rowOf(
    bound: { id: string; applicationId: string; bindingVersion: number },
    { kind, original }: Accepted,
    stored: StoredFile,
  ): StoredPaperFiles['paper'] {
    return {
      ...bound,
      ...stored,
      originalName: original.originalName,
      contentType: FILE_KINDS[kind].contentType,
      virusCheck: this.settings.CLAMD_URL ? 'waiting' : 'not_scanned',
      virusCheckedAt: null,
      contentMark: contentMark(this.settings.LINK_SECRET, stored.sha256),
    };
  }
}

function refuseWithheld(paper: EvidencePaper): void {
  if (!isOpenToOfficers(paper.virusCheck)) {
    throw new StoredFileUnusable('withheld', paper.storageName);
  }
}
