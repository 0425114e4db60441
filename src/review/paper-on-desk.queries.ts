import { findApplicationByReference } from '../applications/applications.store.js';
import {
  type CaseFile,
  caseFileOf,
  type CasePaper,
  findingsOf,
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
import { EXCEPTION_PAPER, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { readingOnePolicy } from '../policy/policy-stamp.queries.js';
import { readingTogether, readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
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
  const [application, found] = await Promise.all([
    findApplicationByReference(reader, place.reference),
    paperAt(reader, place),
  ]);
  if (!application || !found) return null;
  const [file, pages, register, redactions, seen, checkerName] = await Promise.all([
    caseFileOf(reader, application, now),
    pagesOf(reader, found.id),
    registerBeside(reader, application, found),
    redactionsOf(reader, found.id),
    seenBefore(reader, found),
    checkerOf(reader, found.id),
  ]);
  const current = file.papers.find(({ position }) => position === place.position);
  const paper = current ?? (await replacedPaper(reader, application.id, place.position));
  if (!paper) return null;
  return {
    file,
    paper,
    isReplaced: current === undefined,
    pageCount: isOpenToOfficers(paper.paper.virusCheck) ? pages.length : 0,
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

type FoundPaper = Pick<EvidencePaper, 'id' | 'applicationId' | 'kind' | 'contentMark'>;

/** Enough of the paper to read all about it at the same time as its case. */
async function paperAt(
  reader: Reader,
  { reference, position }: { reference: string; position: number },
): Promise<FoundPaper | null> {
  const rows = await readList<FoundPaper>(reader, {
    columns: {
      ...{ id: 'p.id', applicationId: 'p.application_id' },
      ...{ kind: 'p.kind', contentMark: 'p.content_mark' },
    },
    from: `applications a JOIN evidence_papers p ON p.application_id = a.id
            WHERE a.reference = ? AND p.position = ? AND p.kind <> '${EXCEPTION_PAPER}'`,
    values: [reference, position],
  });
  return rows[0] ?? null;
}

/** Who checked it last, also of people who have left. */
async function checkerOf(reader: Reader, paperId: string): Promise<string | null> {
  const rows = await readList<{ name: string }>(reader, {
    columns: { name: 's.display_name' },
    from: 'paper_checks c JOIN staff_accounts s ON s.id = c.checked_by WHERE c.paper_id = ?',
    values: [paperId],
  });
  return rows[0]?.name ?? null;
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
  { kind }: FoundPaper,
): Promise<RegisterRows | null> {
  const namesVehicle = paperKindTerms(kind).facts.includes('registration');
  return namesVehicle ? readRegisterRows(reader, application) : null;
}
