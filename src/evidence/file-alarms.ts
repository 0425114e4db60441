import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import type { StoredFileUnusable } from '../platform/files/file-store.js';
import { recordEvent } from '../timeline/timeline.store.js';
import type { EvidencePaper } from './evidence.store.js';

type Paper = Pick<EvidencePaper, 'id' | 'applicationId' | 'kind'>;

/** A stored file is gone, or is not what was written (S10.1). */
@Injectable()
export class FileAlarms {
  private readonly log = new Logger('evidence');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** In the log every time, for whoever watches it; on the case once for each paper and reason. */
  async raise(paper: Paper, because: StoredFileUnusable['because']): Promise<void> {
    this.log.error({ alarm: 'evidence-file-unusable', because, paper: paper.id });
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const { id: paperId, applicationId, kind } = paper;
      if (await isKnown(tx, paper, because)) return;
      const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
      const payload = { paperId, kind, because };
      await recordEvent(tx, occasion, { type: 'evidence-file-unusable', payload });
    });
  }
}

async function isKnown(tx: Tx, { id, applicationId }: Paper, because: string): Promise<boolean> {
  const rows: { payload: string }[] = await tx.query(
    `SELECT payload FROM timeline_events
      WHERE application_id = ? AND type = 'evidence-file-unusable'`,
    [applicationId],
  );
  return rows.some(({ payload }) => {
    const known = JSON.parse(payload) as { paperId: string; because: string };
    return known.paperId === id && known.because === because;
  });
}
