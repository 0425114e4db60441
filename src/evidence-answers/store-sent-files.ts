import { Injectable } from '@nestjs/common';
import { PaperFiles, type StoredPaperFiles } from '../evidence/paper-files.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import { newId } from '../platform/database/new-id.js';
import { fileRefusalText } from '../platform/files/file-refusals.js';
import { processUpload } from '../platform/files/process-upload.js';
import { discardReceived, type ReceivedFile } from '../platform/files/received-file.js';
import type { AnswerDesk } from './answer.queries.js';
import { type AnswerFault, itemOfField, type SentFields } from './sent-fields.rules.js';

/** A file that was taken, stored, and waits for its rows. */
export interface SentPaper {
  itemId: string;
  kind: PaperKind;
  files: StoredPaperFiles;
}

const SENT_BEFORE = 'You have sent us this very file before. Choose another one.';

/** Looks at every file by itself: one that cannot be taken does not undo the others. */
@Injectable()
export class StoreSentFiles {
  constructor(private readonly paperFiles: PaperFiles) {}

  async run(
    desk: AnswerDesk,
    received: readonly ReceivedFile[],
    fields: readonly SentFields[],
  ): Promise<{ papers: SentPaper[]; faults: AnswerFault[] }> {
    const papers: SentPaper[] = [];
    const faults: AnswerFault[] = [];
    for (const file of received) {
      const field = fields.find(({ itemId }) => itemId === itemOfField(file.field));
      const known = field ? knownFile(desk, papers, file) : 'ours';
      if (!field || known === 'ours') {
        await discardReceived([file]);
        continue;
      }
      const taken = known === 'before' ? SENT_BEFORE : await this.take(desk, file, field);
      if (typeof taken !== 'string') papers.push(taken);
      else {
        const text = `${file.originalName}: ${taken}`;
        faults.push({ itemId: field.itemId, field: 'file', text });
      }
    }
    return { papers, faults };
  }

  /** For papers whose rows were never written. */
  async undo(papers: readonly SentPaper[]): Promise<void> {
    await Promise.all(papers.map(({ files }) => this.paperFiles.remove(files)));
  }

  /** The paper, or the sentence that says why not. */
  private async take(
    { application }: AnswerDesk,
    file: ReceivedFile,
    field: SentFields,
  ): Promise<SentPaper | string> {
    const upload = await processUpload(file);
    if (!upload.ok) return fileRefusalText(upload.refusal);
    try {
      const place = { id: newId(), applicationId: application.id };
      const files = await this.paperFiles.keep(place, upload);
      return { itemId: field.itemId, kind: field.kind, files };
    } finally {
      await upload.dispose();
    }
  }
}

/** `ours`: it came through this very link, so a repeated form is no fault; `before`: on another way. */
function knownFile(
  { papers, request }: AnswerDesk,
  taken: readonly SentPaper[],
  { sha256 }: ReceivedFile,
): 'ours' | 'before' | null {
  const known = papers.find((paper) => paper.sha256 === sha256);
  if (known) return known.answersRequestId === request.id ? 'ours' : 'before';
  return taken.some(({ files }) => files.paper.sha256 === sha256) ? 'before' : null;
}
