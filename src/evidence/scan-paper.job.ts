import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/transaction.js';
import { StoredFileUnusable } from '../platform/files/file-store.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { ConcludeVirusCheck } from './conclude-virus-check.js';
import type { EvidencePaper } from './evidence.store.js';
import { PaperFiles } from './paper-files.js';
import { isRefusedPaper, type VirusCheck } from './virus-check.rules.js';
import { findPaperById } from './virus-checks.store.js';
import { VirusScanner } from './virus-scanner.js';

const AGAIN_AFTER_MS = 15_000;

/**
 * Has one paper checked for viruses (S3.3). Until then nobody sees it; a paper with a virus is
 * shredded; while the scanner does not answer the paper waits, and comes up again by itself. A paper
 * that came before there was a scanner stays open meanwhile.
 */
@Injectable()
export class ScanPaperJob extends JobHandler {
  override readonly job = 'scan-paper';
  override readonly queue = 'housekeeping';

  constructor(
    private readonly database: Database,
    private readonly scanner: VirusScanner,
    private readonly files: PaperFiles,
    private readonly concluding: ConcludeVirusCheck,
  ) {
    super();
  }

  override async run(paperId: string): Promise<JobOutcome> {
    const paper = await findPaperById(this.database.reader, paperId);
    if (!paper) return DONE;
    if (paper.virusCheck === 'not_scanned' && this.scanner.isConfigured) return this.late(paper);
    if (paper.virusCheck !== 'waiting') {
      if (isRefusedPaper(paper.virusCheck)) await this.concluding.clearAway(paper);
      return DONE;
    }
    const check = await this.check(paper);
    if (check === 'waiting') return comeAgain();
    await this.concluding.run(paper, check);
    return DONE;
  }

  /** The alarm is raised already; the paper goes on waiting, and its check is booked anew. */
  override async gaveUp(): Promise<void> {}

  /** Only what a scanner says changes such a paper: officers may have seen it, and blacked it out. */
  private async late(paper: EvidencePaper): Promise<JobOutcome> {
    const check = await this.check(paper);
    if (check === 'waiting') return comeAgain();
    if (check === 'clean' || check === 'infected') await this.concluding.late(paper, check);
    else await this.concluding.putOffLate(paper);
    return DONE;
  }

  private async check(paper: EvidencePaper): Promise<VirusCheck> {
    if (!this.scanner.isConfigured) return 'not_scanned';
    try {
      const answer = await this.scanner.scan(await this.files.readForScanning(paper));
      if (answer.found === 'no_answer') return 'waiting';
      return answer.found === 'nothing' ? 'clean' : 'infected';
    } catch (error) {
      if (!(error instanceof StoredFileUnusable) || error.because === 'unknown_key') throw error;
      return 'unusable';
    }
  }
}

function comeAgain(): JobOutcome {
  // By the machine's clock, as the queue reads it.
  const againAt = new Date(Date.now() + AGAIN_AFTER_MS);
  return { done: false, againAt, because: 'The virus scanner gives no answer.' };
}
