import { findApplicationByReference } from '../applications/applications.store.js';
import {
  type CaseFile,
  type CasePaper,
  findingsOf,
  readCaseFile,
} from '../case-file/case-file.queries.js';
import {
  checksOf,
  type EvidencePage,
  type EvidencePaper,
  findPaper,
  pagesOf,
} from '../evidence/evidence.store.js';
import { type Redaction, redactionsOf } from '../evidence/redactions.store.js';
import { type SeenBefore, seenBefore } from '../evidence/same-file.queries.js';
import { isOpenToOfficers } from '../evidence/virus-check.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { readingOnePolicy } from '../policy/policy-stamp.queries.js';
import { readingTogether } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import { nameOfStaff } from '../staff/staff-accounts.queries.js';
import { readRegisterRows, type RegisterRows } from '../vehicle-register/register-rows.queries.js';

/** One paper of a case as it lies in front of the officer. */
export interface PaperOnDesk {
  file: CaseFile;
  paper: CasePaper;
  /** A later paper answered for it: it can be looked at, not checked. */
  isReplaced: boolean;
  pageCount: number;
  /** What DVLA's register said; null beside a paper that names no vehicle. */
  register: RegisterRows | null;
  /** Every time part of it was blacked out. */
  redactions: Redaction[];
  /** Other applications that came with the very same file. */
  seenBefore: SeenBefore[];
  /** Who checked it last; null when nobody did. */
  checkerName: string | null;
}

/** Null when there is no such case, or no such paper in it. */
export async function readPaperOnDesk(
  anyReader: Reader,
  place: { reference: string; position: number },
  now: Date,
): Promise<PaperOnDesk | null> {
  const reader = readingOnePolicy(readingTogether(anyReader));
  const file = await readCaseFile(reader, place.reference, now);
  if (!file) return null;
  const current = file.papers.find(({ position }) => position === place.position);
  const paper = current ?? (await replacedPaper(reader, file.application.id, place.position));
  if (!paper) return null;
  const { paperId } = paper;
  const checkedBy = paper.check?.checkedBy ?? null;
  const [pages, register, redactions, seen, checkerName] = await Promise.all([
    isOpenToOfficers(paper.paper.virusCheck) ? pagesOf(reader, paperId) : [],
    registerBeside(reader, file.application, paper),
    redactionsOf(reader, paperId),
    seenBefore(reader, paper.paper),
    checkedBy && nameOfStaff(reader, checkedBy),
  ]);
  return {
    file,
    paper,
    isReplaced: current === undefined,
    pageCount: pages.length,
    register,
    redactions,
    seenBefore: seen,
    checkerName,
  };
}

/**
 * A paper with its pages, both ids checked together; null when the case has no such paper, or nobody
 * may see it yet or any more.
 */
export async function readPaperFiles(
  reader: Reader,
  { reference, position }: { reference: string; position: number },
): Promise<{ paper: EvidencePaper; pages: EvidencePage[] } | null> {
  const application = await findApplicationByReference(reader, reference);
  const paper = application && (await findPaper(reader, application.id, position));
  if (!paper || !isOpenToOfficers(paper.virusCheck)) return null;
  return { paper, pages: await pagesOf(reader, paper.id) };
}

async function replacedPaper(
  reader: Reader,
  applicationId: string,
  position: number,
): Promise<CasePaper | null> {
  const paper = await findPaper(reader, applicationId, position);
  if (!paper) return null;
  const check = (await checksOf(reader, applicationId)).find((one) => one.paperId === paper.id);
  return {
    paper,
    check: check ?? null,
    paperId: paper.id,
    position,
    kind: paper.kind,
    findings: check ? findingsOf(paper, check) : null,
    virusCheck: paper.virusCheck,
  };
}

async function registerBeside(
  reader: Reader,
  application: CaseFile['application'],
  { kind }: CasePaper,
): Promise<RegisterRows | null> {
  const namesVehicle = paperKindTerms(kind).facts.includes('registration');
  return namesVehicle ? readRegisterRows(reader, application) : null;
}
