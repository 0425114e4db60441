import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type Application,
  changeStatus,
  lockApplication,
  touchApplication,
} from '../applications/applications.store.js';
import { pauseEnded } from '../applications/pause.rules.js';
import { allPapers, bytesOfCase, markReplaced, nextPosition } from '../evidence/evidence.store.js';
import { PaperFiles } from '../evidence/paper-files.js';
import {
  type EvidenceRequest,
  findRequest,
  keepItems,
  markAnswered,
} from '../evidence-requests/evidence-requests.store.js';
import { replacedPapers, type RequestedItem } from '../evidence-requests/requested-item.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { CommitOutcomeUnknown } from '../platform/database/typeorm-unit-of-work.js';
import { FILE_LIMITS } from '../platform/files/file-limits.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { type AnswerRefusal, decideAnswer } from './answer.rules.js';
import type { SentFields } from './sent-fields.rules.js';
import { type SentPaper, StoreSentFiles } from './store-sent-files.js';

export interface AnswerCommand {
  requestId: string;
  applicationId: string;
  /** Stored already; those that find no place are taken out of the store again. */
  papers: readonly SentPaper[];
  fields: readonly SentFields[];
  hasFaults: boolean;
}

interface Kept {
  items: RequestedItem[];
  isAnswered: boolean;
}

type Answered = Outcome<Kept, AnswerRefusal>;
const RESIDENT = { kind: 'resident' } as const;

/**
 * Takes what a resident sent through his link. While something is missing it is kept and the case
 * waits on; once it is whole the case is back in the queue, its clock runs, and the papers it
 * replaces stand aside. Accepted papers are never touched.
 */
@Injectable()
export class AnswerEvidenceRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoreSentFiles,
    private readonly paperFiles: PaperFiles,
    private readonly clock: Clock,
  ) {}

  async run(command: AnswerCommand): Promise<Answered> {
    let unused: readonly SentPaper[] = command.papers;
    try {
      const answered = await this.unitOfWork.run(async (tx) => {
        const fresh = await freshPapers(tx, command);
        const outcome = await this.answer(tx, { ...command, papers: fresh });
        return { outcome, written: outcome.ok ? fresh : [] };
      });
      unused = command.papers.filter((paper) => !answered.written.includes(paper));
      return answered.outcome;
    } catch (error) {
      // An unconfirmed commit may have kept the rows: better a file too many than one too few.
      if (error instanceof CommitOutcomeUnknown) unused = [];
      throw error;
    } finally {
      await this.files.undo(unused);
    }
  }

  private async answer(tx: Tx, command: AnswerCommand): Promise<Answered> {
    const now = this.clock.now();
    const application = await lockApplication(tx, command.applicationId);
    const request = await findRequest(tx, command.requestId);
    if (!application || request?.applicationId !== application.id) return refuse('not_needed');
    const { papers, fields, hasFaults } = command;
    const answers = fields.map(({ itemId, cannotSend }) => ({
      itemId,
      paperIds: papers
        .filter((paper) => paper.itemId === itemId)
        .map(({ files }) => files.paper.id),
      cannotSend: cannotSend || null,
    }));
    const isTooBig = (await bytesWith(tx, request, papers)) > FILE_LIMITS.maxBytesPerCase;
    const decided = decideAnswer({ application, request, answers, hasFaults, isTooBig });
    if (!decided.ok) return decided;
    const { items, status } = decided;
    const at = { request, at: now };
    await this.keepPapers(tx, papers, at);
    if (status === null) {
      await this.keepPart(tx, { application, items, ...at });
      return ok({ items, isAnswered: false });
    }
    await changeStatus(tx, application, { status, ...pauseEnded(application, now) });
    await this.close(tx, { application, items, ...at });
    return ok({ items, isAnswered: true });
  }

  private async keepPapers(tx: Tx, papers: readonly SentPaper[], { request, at }: Occasion) {
    const { applicationId } = request;
    for (const { kind, files } of papers) {
      const position = await nextPosition(tx, applicationId);
      const place = { position, kind, receivedAt: at };
      const links = { answersRequestId: request.id, replacedAt: null };
      await this.paperFiles.insert(tx, { ...files.paper, ...place, ...links }, files.pages);
      const payload = { paperId: files.paper.id, kind, pages: files.pages.length };
      await recordEvent(
        tx,
        { applicationId, actor: RESIDENT, at },
        { type: 'evidence-received', payload },
      );
    }
  }

  /** Nothing new is nothing to write: looking at the form again does not age an officer's page. */
  private async keepPart(tx: Tx, { application, request, items }: Closing) {
    if (isDeepStrictEqual(items, request.items)) return;
    await keepItems(tx, request, items);
    await touchApplication(tx, application);
  }

  private async close(
    tx: Tx,
    {
      application,
      request,
      items,
      at,
    }: Occasion & { application: Application; items: RequestedItem[] },
  ) {
    await markAnswered(tx, request, { items, at });
    for (const paperId of replacedPapers(items)) await markReplaced(tx, paperId, at);
    const received = new Set(items.flatMap(({ receivedPaperIds }) => receivedPaperIds));
    const papers = (await allPapers(tx, application.id)).filter(({ id }) => received.has(id));
    const payload = { requestId: request.id, kinds: papers.map(({ kind }) => kind) };
    const occasion = { applicationId: application.id, actor: RESIDENT, at };
    await recordEvent(tx, occasion, { type: 'evidence-answered', payload });
  }
}

interface Occasion {
  request: EvidenceRequest;
  at: Date;
}

interface Closing extends Occasion {
  application: Application;
  items: RequestedItem[];
}

/** What the case would hold: the papers that were asked for again are about to stand aside. */
async function bytesWith(
  tx: Tx,
  { applicationId, items }: EvidenceRequest,
  papers: readonly SentPaper[],
): Promise<number> {
  const asked = items.flatMap(({ paperId }) => (paperId === null ? [] : [paperId]));
  const kept = await bytesOfCase(tx, applicationId, asked);
  return papers.reduce((sum, { files }) => sum + files.paper.bytes, kept);
}

/** Leaves out what another send of the same form has brought meanwhile. */
async function freshPapers(tx: Tx, command: AnswerCommand): Promise<SentPaper[]> {
  await lockApplication(tx, command.applicationId);
  const known = new Set((await allPapers(tx, command.applicationId)).map(({ sha256 }) => sha256));
  return command.papers.filter(({ files }) => !known.has(files.paper.sha256));
}
