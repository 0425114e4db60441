import { nextPosition } from '../evidence/evidence.store.js';
import type { PaperFiles } from '../evidence/paper-files.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Actor } from '../timeline/timeline-events.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';
import type { StoredPaper } from './sent-files.js';

interface Arrival {
  paperFiles: PaperFiles;
  applicationId: string;
  actor: Actor;
  at: Date;
}

/**
 * Writes the rows of stored papers in the order in which they came, each with its event.
 * The caller holds the application's lock, or has just inserted it. Returns their positions.
 */
export async function writePapers(
  tx: Tx,
  arrival: Arrival,
  stored: readonly StoredPaper[],
): Promise<number[]> {
  const first = await nextPosition(tx, arrival.applicationId);
  for (const [index, { kind, paper, pages }] of stored.entries()) {
    await arrival.paperFiles.insert(
      tx,
      {
        ...paper,
        position: first + index,
        kind,
        receivedAt: arrival.at,
        answersRequestId: null,
        replacedAt: null,
      },
      pages,
    );
    await recordEvent(tx, arrival, {
      type: 'evidence-received',
      payload: { paperId: paper.id, kind, pages: pages.length },
    });
  }
  return stored.map((_, index) => first + index);
}
