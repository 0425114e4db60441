import { Injectable } from '@nestjs/common';
import { attachedPapers } from '../evidence/evidence.store.js';
import { PaperFiles, type StoredPaperFiles } from '../evidence/paper-files.js';
import { areUploadsClosed } from '../evidence/scanner-state.queries.js';
import { newId } from '../platform/database/new-id.js';
import { Database } from '../platform/database/transaction.js';
import { FILE_LIMITS } from '../platform/files/file-limits.js';
import { type FileRefusal, fileRefusalText } from '../platform/files/file-refusals.js';
import { processUpload } from '../platform/files/process-upload.js';
import type { ReceivedFile } from '../platform/files/received-file.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

type Stored = Outcome<{ paper: StoredPaperFiles }, 'not_taken', { text: string }>;

/** More than this somebody attaches by mistake. */
const MOST_ATTACHED = 20;
const TOO_MANY = `${MOST_ATTACHED} files were sent with requests of this case already. Name a paper of the case instead.`;

/**
 * From quarantine to the store: inspected, drawn as page pictures, encrypted. Its rows are written
 * with the request itself; whoever does not write them takes the files out again.
 */
@Injectable()
export class StoreExceptionPaper {
  constructor(
    private readonly paperFiles: PaperFiles,
    private readonly database: Database,
  ) {}

  async run(applicationId: string, file: ReceivedFile): Promise<Stored> {
    const { reader } = this.database;
    if (await areUploadsClosed(reader)) return notTaken(file, 'cannot_take_files');
    const before = await attachedPapers(reader, applicationId);
    if (before.length >= MOST_ATTACHED) return refuse('not_taken', { text: TOO_MANY });
    const bytes = before.reduce((sum, paper) => sum + paper.bytes, file.bytes);
    if (bytes > FILE_LIMITS.maxBytesPerCase) return notTaken(file, 'too_big_for_case');
    const upload = await processUpload(file);
    if (!upload.ok) return notTaken(file, upload.refusal);
    try {
      return ok({ paper: await this.paperFiles.keep({ id: newId(), applicationId }, upload) });
    } finally {
      await upload.dispose();
    }
  }
}

function notTaken({ originalName }: ReceivedFile, refusal: FileRefusal): Stored {
  return refuse('not_taken', { text: `${originalName}: ${fileRefusalText(refusal)}` });
}
