import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import type { StoredFileUnusable } from '../platform/files/file-store.js';
import { recordEvent } from '../timeline/timeline.store.js';
import type { EvidencePaper } from './evidence.store.js';
import { storageNamesKnown } from './paper-keys.store.js';

type Paper = Pick<EvidencePaper, 'id' | 'applicationId' | 'kind'>;

/** A stored file is gone, or is not what was written (S10.1). */
@Injectable()
export class FileAlarms {
  private readonly log = new Logger('evidence');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * In the log every time, for whoever watches it; on the case once for each paper and reason. Not
   * for a file that no row names any more: it was blacked out or refused since its row was read.
   */
  async raise(
    paper: Paper,
    { because, storageName }: Pick<StoredFileUnusable, 'because' | 'storageName'>,
  ): Promise<boolean> {
    const isNamed = await this.unitOfWork.run((tx) => storageNamesKnown(tx, [storageName]));
    if (!isNamed.has(storageName)) return false;
    this.log.error({ alarm: 'evidence-file-unusable', because, paper: paper.id });
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const { id: paperId, applicationId, kind } = paper;
      if (await isKnown(tx, paper, because)) return;
      const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
      const payload = { paperId, kind, because };
      await recordEvent(tx, occasion, { type: 'evidence-file-unusable', payload });
    });
    return true;
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
