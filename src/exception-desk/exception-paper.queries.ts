import { type EvidencePaper, pagesOf } from '../evidence/evidence.store.js';
import { isOpenToOfficers } from '../evidence/virus-check.rules.js';
import { findPaperById } from '../evidence/virus-checks.store.js';
import type { Reader } from '../platform/database/transaction.js';
import type { RefundException } from '../refund-exceptions/refund-exceptions.store.js';

/** What supports a request: a paper of its case, or one that came with the request itself. */
export interface ExceptionPaper {
  paper: EvidencePaper;
  /** None while nobody may see it. */
  pageCount: number;
}

/** A paper is only ever found inside its own case. */
export async function paperOfException(
  reader: Reader,
  { applicationId, paperId }: Pick<RefundException, 'applicationId' | 'paperId'>,
): Promise<EvidencePaper | null> {
  const paper = paperId === null ? null : await findPaperById(reader, paperId);
  return paper?.applicationId === applicationId ? paper : null;
}

export async function shownPaper(
  reader: Reader,
  exception: Pick<RefundException, 'applicationId' | 'paperId'>,
): Promise<ExceptionPaper | null> {
  const paper = await paperOfException(reader, exception);
  if (!paper) return null;
  const isOpen = isOpenToOfficers(paper.virusCheck);
  return { paper, pageCount: isOpen ? (await pagesOf(reader, paper.id)).length : 0 };
}
