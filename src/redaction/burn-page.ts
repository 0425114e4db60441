import { Injectable } from '@nestjs/common';
import type { EvidencePage, EvidencePaper } from '../evidence/evidence.store.js';
import { pageBinding } from '../evidence/paper-bindings.js';
import { PaperFiles } from '../evidence/paper-files.js';
import { Settings } from '../platform/config/settings.js';
import { burnBoxes } from '../platform/files/burn-boxes.js';
import { FileStore, type StoredFile } from '../platform/files/file-store.js';
import type { PercentBox } from './typed-boxes.rules.js';

export interface BurntFile extends StoredFile {
  width: number;
  height: number;
}

/** Makes the blackened picture of a page, and takes away the pictures that it replaces. */
@Injectable()
export class BurnPage {
  constructor(
    private readonly paperFiles: PaperFiles,
    private readonly store: FileStore,
    private readonly settings: Settings,
  ) {}

  /** The new picture, stored durably under a key of its own. @throws NotBurnt, StoredFileUnusable */
  async make(
    paper: EvidencePaper,
    page: EvidencePage,
    boxes: readonly PercentBox[],
  ): Promise<BurntFile> {
    const plain = await this.paperFiles.readPage(paper, page);
    const { content, width, height } = await burnBoxes(plain, boxes, this.settings.UPLOADS_DIR);
    const stored = await this.store.write(content, pageBinding(paper, page.pageNumber));
    return { ...stored, width, height };
  }

  /** Files that no row names any more. What a crash leaves of them, the sweep of orphans removes. */
  async remove(storageNames: readonly string[]): Promise<void> {
    await Promise.all(storageNames.map((name) => this.store.remove(name)));
  }
}
