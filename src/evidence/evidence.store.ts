import { IsNull } from 'typeorm';
import {
  EXCEPTION_PAPER,
  type PaperKind,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { EvidencePageEntity } from './evidence-page.entity.js';
import { EvidencePaperEntity } from './evidence-paper.entity.js';
import { isRefusedPaper } from './virus-check.rules.js';
import { PaperCheckEntity } from './paper-check.entity.js';

export type EvidencePaper = Readonly<EvidencePaperEntity>;
export type EvidencePage = Readonly<EvidencePageEntity>;
export type PaperCheck = Readonly<PaperCheckEntity>;

export async function insertPaper(
  tx: Tx,
  paper: EvidencePaper,
  pages: EvidencePage[],
): Promise<void> {
  await tx.insert(EvidencePaperEntity, paper);
  await tx.insert(EvidencePageEntity, pages);
}

/** The next free place; the caller holds the application's lock. */
export async function nextPosition(tx: Tx, applicationId: string): Promise<number> {
  const last = await tx.maximum(EvidencePaperEntity, 'position', { applicationId });
  return (last ?? 0) + 1;
}

/**
 * Papers that count now: none that a later one replaced, and none that staff attached to a request
 * of theirs. In the order they arrived.
 */
export async function currentPapers(
  reader: Reader,
  applicationId: string,
): Promise<EvidencePaper[]> {
  const papers = await reader.find(EvidencePaperEntity, {
    where: { applicationId, replacedAt: IsNull() },
    order: { position: 'ASC' },
  });
  return papers.filter(isEvidence);
}

/** The same with those that were replaced. */
export async function allPapers(reader: Reader, applicationId: string): Promise<EvidencePaper[]> {
  const order = { position: 'ASC' } as const;
  const papers = await reader.find(EvidencePaperEntity, { where: { applicationId }, order });
  return papers.filter(isEvidence);
}

/** What staff attached to requests about the case, which is no evidence. */
export async function attachedPapers(
  reader: Reader,
  applicationId: string,
): Promise<EvidencePaper[]> {
  return reader.findBy(EvidencePaperEntity, { applicationId, kind: EXCEPTION_PAPER });
}

function isEvidence({ kind }: EvidencePaper): boolean {
  return paperKindTerms(kind).isEvidence;
}

/** Bytes of the papers that count now, as they were sent; those of `except` are about to be replaced. */
export async function bytesOfCase(
  reader: Reader,
  applicationId: string,
  except: readonly string[] = [],
): Promise<number> {
  const papers = await currentPapers(reader, applicationId);
  return papers
    .filter(({ id, virusCheck }) => !except.includes(id) && !isRefusedPaper(virusCheck))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A paper is always looked up inside its own case: both ids are checked together. */
export async function findPaper(
  reader: Reader,
  applicationId: string,
  position: number,
): Promise<EvidencePaper | null> {
  return reader.findOneBy(EvidencePaperEntity, { applicationId, position });
}

export async function pagesOf(reader: Reader, paperId: string): Promise<EvidencePage[]> {
  return reader.find(EvidencePageEntity, { where: { paperId }, order: { pageNumber: 'ASC' } });
}

export async function markReplaced(tx: Tx, paperId: string, at: Date): Promise<void> {
  await tx.update(EvidencePaperEntity, { id: paperId, replacedAt: IsNull() }, { replacedAt: at });
}

export async function checksOf(reader: Reader, applicationId: string): Promise<PaperCheck[]> {
  return reader.findBy(PaperCheckEntity, { applicationId });
}

/** Writes or replaces the check of a paper; the caller holds the application's lock. */
export async function saveCheck(tx: Tx, check: PaperCheck): Promise<void> {
  const { affected } = await tx.update(PaperCheckEntity, { paperId: check.paperId }, { ...check });
  if (affected === 0) await tx.insert(PaperCheckEntity, check);
}

/** The sender called it something else; the caller holds the application's lock. */
export async function correctPaperKind(tx: Tx, paperId: string, kind: PaperKind): Promise<void> {
  await tx.update(EvidencePaperEntity, { id: paperId }, { kind });
}
