import { Injectable } from '@nestjs/common';
import { isDecided } from '../applications/application-status.rules.js';
import {
  type Application,
  findApplicationByReference,
  lockApplication,
  touchApplication,
} from '../applications/applications.store.js';
import { allPapers, bytesOfCase } from '../evidence/evidence.store.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import { isDuplicateKey } from '../platform/database/conditional-write.js';
import { Database, type Reader, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { CommitOutcomeUnknown } from '../platform/database/typeorm-unit-of-work.js';
import { FILE_LIMITS } from '../platform/files/file-limits.js';
import { fileRefusalText } from '../platform/files/file-refusals.js';
import type { Fault } from './faults.rules.js';
import { IntakePorts } from './intake-ports.js';
import {
  clearQuarantine,
  type OpenedFile,
  openSentFiles,
  removeStored,
  type SentFile,
  type StoredPaper,
  storeOpened,
} from './sent-files.js';
import { writePapers } from './write-papers.js';

/** A case that has more than this has a sender gone wild. */
export const MOST_PAPERS_A_CASE = 60;

export interface EvidenceSent {
  client: { id: string };
  /** The application's reference, as printed. */
  reference: string;
  /** In quarantine; they are gone from there when the use case is done. */
  files: readonly SentFile[];
  receivedAt: Date;
}

/** One file of the request and what became of it. */
export interface PaperAnswer {
  kind: string;
  /** Its place in the case. */
  position: number;
  outcome: 'added' | 'already_added';
}

export type AddOutcome =
  | { ok: true; application: Application; papers: PaperAnswer[] }
  | { ok: false; refusal: 'unknown' | 'closed' | 'too_busy' }
  | { ok: false; refusal: 'faults'; faults: readonly Fault[] };

/** Papers that come after their application: until it is decided, each file once. */
@Injectable()
export class AddEvidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly ports: IntakePorts,
  ) {}

  async run(sent: EvidenceSent): Promise<AddOutcome> {
    const opened: OpenedFile[] = [];
    try {
      return await this.receive(sent, opened);
    } finally {
      await clearQuarantine(sent.files, opened);
    }
  }

  private async receive(sent: EvidenceSent, opened: OpenedFile[]): Promise<AddOutcome> {
    const application = await findApplicationByReference(this.database.reader, sent.reference);
    if (application?.clientId !== sent.client.id) return { ok: false, refusal: 'unknown' };
    if (isDecided(application.status)) return { ok: false, refusal: 'closed' };
    if (sent.files.length === 0) return { ok: false, refusal: 'faults', faults: [NO_FILE] };
    const known = await hashesOf(this.database.reader, application.id);
    const unknown = sent.files.filter(({ file }) => !known.has(file.sha256));
    const files = await openSentFiles(onlyFirsts(unknown));
    if (!files.ok) return files;
    opened.push(...files.opened);
    if (files.faults.length > 0) return { ok: false, refusal: 'faults', faults: files.faults };
    return this.storeAndWrite(sent, application.id, opened);
  }

  private async storeAndWrite(
    sent: EvidenceSent,
    applicationId: string,
    opened: readonly OpenedFile[],
  ): Promise<AddOutcome> {
    const stored = await storeOpened(this.ports.paperFiles, applicationId, opened);
    const written = new Set<string>();
    try {
      const write = () =>
        this.unitOfWork.run((tx) => this.write(tx, { sent, applicationId, stored, written }));
      // The same file in two requests at once meets at a unique key: the later one looks again.
      return await write().catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        return write();
      });
    } catch (error) {
      const mayBeWritten = error instanceof CommitOutcomeUnknown;
      if (!mayBeWritten) written.clear();
      throw error;
    } finally {
      const left = stored.filter(({ paper }) => !written.has(paper.id));
      await removeStored(this.ports.paperFiles, left);
    }
  }

  private async write(tx: Tx, adding: Adding): Promise<AddOutcome> {
    const { sent, applicationId, stored, written } = adding;
    written.clear();
    const application = await lockApplication(tx, applicationId);
    if (!application) return { ok: false, refusal: 'unknown' };
    if (isDecided(application.status)) return { ok: false, refusal: 'closed' };
    const before = await hashesOf(tx, applicationId);
    const added = stored.filter(({ paper }) => !before.has(paper.sha256));
    if (before.size + added.length > MOST_PAPERS_A_CASE) {
      return { ok: false, refusal: 'faults', faults: [TOO_MANY] };
    }
    const bytes = added.reduce((sum, { paper }) => sum + paper.bytes, 0);
    if (bytes + (await bytesOfCase(tx, applicationId)) > FILE_LIMITS.maxBytesPerCase) {
      return { ok: false, refusal: 'faults', faults: [TOO_BIG] };
    }
    if (added.length > 0) {
      const actor = { kind: 'client', id: sent.client.id } as const;
      const { paperFiles } = this.ports;
      await writePapers(tx, { applicationId, actor, at: sent.receivedAt, paperFiles }, added);
      await touchApplication(tx, application);
      for (const { paper } of added) written.add(paper.id);
    }
    return { ok: true, application, papers: await answersOf(tx, adding, before) };
  }
}

interface Adding {
  sent: EvidenceSent;
  applicationId: string;
  stored: readonly StoredPaper[];
  /** Ids of the papers whose rows this transaction writes. */
  written: Set<string>;
}

const NO_FILE: Fault = {
  pointer: '/evidence',
  code: 'missing',
  words: 'Send at least one file, in a part named evidence[KIND]',
};

const TOO_MANY: Fault = {
  pointer: '/evidence',
  code: 'too_many_papers',
  words: `A case can have ${MOST_PAPERS_A_CASE} papers`,
};

const TOO_BIG: Fault = {
  pointer: '/evidence',
  code: 'too_big_for_case',
  words: fileRefusalText('too_big_for_case'),
};

async function answersOf(
  reader: Reader,
  { sent, applicationId }: Adding,
  before: ReadonlyMap<string, number>,
): Promise<PaperAnswer[]> {
  const now = await papersByHash(reader, applicationId);
  const told = new Set(before.keys());
  return sent.files.map(({ kind, file }) => {
    const paper = now.get(file.sha256);
    if (!paper) throw new Error('A paper that was written is gone.');
    const outcome = told.has(file.sha256) ? 'already_added' : 'added';
    told.add(file.sha256);
    return { kind: paper.kind ?? kind, position: paper.position, outcome };
  });
}

async function hashesOf(reader: Reader, applicationId: string): Promise<Map<string, number>> {
  const papers = await allPapers(reader, applicationId);
  return new Map(papers.map(({ sha256, position }) => [sha256, position]));
}

async function papersByHash(
  reader: Reader,
  applicationId: string,
): Promise<Map<string, { kind: PaperKind; position: number }>> {
  const papers = await allPapers(reader, applicationId);
  return new Map(papers.map((paper) => [paper.sha256, paper]));
}

/** The same file twice in one request is one paper. */
function onlyFirsts(files: readonly SentFile[]): SentFile[] {
  const seen = new Set<string>();
  return files.filter(({ file }) => {
    const isFirst = !seen.has(file.sha256);
    seen.add(file.sha256);
    return isFirst;
  });
}
