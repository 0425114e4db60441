import { type CaseFile, type CasePaper, readCaseFile } from '../case-file/case-file.queries.js';
import { type EvidencePage, pagesOf } from '../evidence/evidence.store.js';
import { type Redaction, redactionsOf } from '../evidence/redactions.store.js';
import { isOpenToOfficers } from '../evidence/virus-check.rules.js';
import type { Reader } from '../platform/database/transaction.js';

/** One page of a paper that counts, as it lies in front of the officer. */
export interface PageOnDesk {
  file: CaseFile;
  paper: CasePaper;
  page: EvidencePage;
  pageCount: number;
  redactions: Redaction[];
}

/** Null when there is no such case, paper or page, or nobody may see it. */
export async function readPageOnDesk(
  reader: Reader,
  place: { reference: string; position: number; pageNumber: number },
  now: Date,
): Promise<PageOnDesk | null> {
  const file = await readCaseFile(reader, place.reference, now);
  const paper = file?.papers.find(({ position }) => position === place.position);
  if (!file || !paper || !isOpenToOfficers(paper.paper.virusCheck)) return null;
  const pages = await pagesOf(reader, paper.paperId);
  const page = pages.find(({ pageNumber }) => pageNumber === place.pageNumber);
  if (!page) return null;
  const redactions = await redactionsOf(reader, paper.paperId);
  return { file, paper, page, pageCount: pages.length, redactions };
}
