import type { Reader } from '../platform/database/transaction.js';
import { EvidencePageEntity } from './evidence-page.entity.js';
import { EvidencePaperEntity } from './evidence-paper.entity.js';
import type { EvidencePage, EvidencePaper } from './evidence.store.js';

/** What a link names: a paper by its id, and one of its pages. Null when either is gone. */
export async function findLinkedPaper(
  reader: Reader,
  paperId: string,
): Promise<EvidencePaper | null> {
  return reader.findOneBy(EvidencePaperEntity, { id: paperId });
}

export async function findLinkedPage(
  reader: Reader,
  { paperId, pageNumber }: { paperId: string; pageNumber: number },
): Promise<EvidencePage | null> {
  return reader.findOneBy(EvidencePageEntity, { paperId, pageNumber });
}
