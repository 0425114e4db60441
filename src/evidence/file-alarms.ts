import { Logger } from '@nestjs/common';
import type { Tx } from '../platform/database/transaction.js';
import type { StoredFileUnusable } from '../platform/files/file-store.js';
import { recordEvent } from '../timeline/timeline.store.js';
import type { EvidencePaper } from './evidence.store.js';

const log = new Logger('evidence');

export interface UnusableFile {
  paper: Pick<EvidencePaper, 'id' | 'applicationId' | 'kind'>;
  because: StoredFileUnusable['because'];
  at: Date;
}

/**
 * A stored file is gone, or is not what was written (S10.1): said in the log for whoever watches it,
 * and on the case, once for each paper and reason.
 */
export async function noteUnusableFile(
  tx: Tx,
  { paper, because, at }: UnusableFile,
): Promise<void> {
  const { id: paperId, applicationId, kind } = paper;
  log.error({ alarm: 'evidence-file-unusable', because, paper: paperId });
  const rows: { payload: string }[] = await tx.query(
    `SELECT payload FROM timeline_events
      WHERE application_id = ? AND type = 'evidence-file-unusable'`,
    [applicationId],
  );
  const known = rows.map(
    ({ payload }) => JSON.parse(payload) as { paperId: string; because: string },
  );
  if (known.some((one) => one.paperId === paperId && one.because === because)) return;
  const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
  const payload = { paperId, kind, because };
  await recordEvent(tx, occasion, { type: 'evidence-file-unusable', payload });
}
