import { Injectable } from '@nestjs/common';
import {
  type Application,
  findApplicationByReference,
  lockApplication,
  touchApplication,
} from '../applications/applications.store.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import {
  checksOf,
  correctPaperKind,
  currentPapers,
  type EvidencePaper,
  type PaperCheck,
  saveCheck,
} from '../evidence/evidence.store.js';
import { markRestAsMatching } from '../evidence/paper-check.rules.js';
import { isOpenToOfficers, VIRUS_CHECK_WORDS } from '../evidence/virus-check.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { faultsOf, mayWrite, nextPosition, type ReviewRefusal } from './check-paper.rules.js';
import { isSameCheck } from './same-check.rules.js';
import {
  type CheckFault,
  type ReadCheck,
  readTypedCheck,
  type TypedCheck,
} from './typed-check.rules.js';

export interface CheckOrder {
  reference: string;
  position: number;
  staffId: string;
  /** What the form saw. */
  version: number;
  typed: TypedCheck;
  /** The officer says that whatever is unmarked matches, and accepts the paper. */
  isAllMatching: boolean;
}

export type CheckOutcome = Outcome<
  { nextPosition: number | null },
  ReviewRefusal | 'unknown' | 'faults',
  { faults: CheckFault[] }
>;

/** Saves an officer's check of one paper: lock, decide, write, record. */
@Injectable()
export class CheckPaper {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run(order: CheckOrder): Promise<CheckOutcome> {
    return this.unitOfWork.run((tx) => this.check(tx, order));
  }

  private async check(tx: Tx, order: CheckOrder): Promise<CheckOutcome> {
    const desk = await lockDesk(tx, order, this.clock.now());
    if (!desk) return refuse('unknown', { faults: [] });
    const { application, paper, checks } = desk;
    const stored = checks.get(paper.id) ?? null;
    const read = readCheck(order, paper, stored);
    const check = { ...rowOf(paper, read), checkedBy: order.staffId, checkedAt: this.clock.now() };
    const faults = [...read.faults, ...faultsOf(read.findings)];
    // The same form sent twice gets the first answer again.
    const isRepeated = isSameCheck(stored, check) && paper.kind === read.findings.kind;
    if (!isRepeated) {
      const may = mayWrite(application, order);
      if (!may.ok) return refuse(may.refusal, { faults: [] });
      const withheld = VIRUS_CHECK_WORDS[paper.virusCheck];
      if (withheld !== null) {
        return refuse('faults', { faults: [{ field: 'verdict', text: withheld }] });
      }
      if (faults.length > 0) return refuse('faults', { faults });
      await this.write(tx, desk, { check, kind: read.findings.kind });
    }
    const verdictOf = (id: string) => (id === paper.id ? check : checks.get(id))?.verdict ?? null;
    const line = desk.papers
      .filter(({ virusCheck }) => isOpenToOfficers(virusCheck))
      .map(({ id, position }) => ({ position, verdict: verdictOf(id) }));
    return ok({ nextPosition: nextPosition(line, order.position) });
  }

  private async write(
    tx: Tx,
    { application, paper }: Desk,
    { check, kind }: { check: PaperCheck; kind: EvidencePaper['kind'] },
  ): Promise<void> {
    if (kind !== paper.kind) await correctPaperKind(tx, paper.id, kind);
    await saveCheck(tx, check);
    await touchApplication(tx, application);
    const { checkedBy, checkedAt: at, verdict } = check;
    const occasion = { applicationId: application.id, actor: staff(checkedBy), at };
    const wasKind = kind === paper.kind ? null : paper.kind;
    const payload = { paperId: paper.id, kind, wasKind, verdict };
    await recordEvent(tx, occasion, { type: 'paper-checked', payload });
  }
}

interface Desk {
  application: Application;
  paper: EvidencePaper;
  papers: EvidencePaper[];
  checks: Map<string, PaperCheck>;
}

/**
 * A paper that a later one replaced is no longer checked: it is not among the current ones.
 * Throws ConflictOfInterest when the case touches the officer's own interests (R-COI-1).
 */
async function lockDesk(
  tx: Tx,
  { reference, position, staffId }: CheckOrder,
  now: Date,
): Promise<Desk | null> {
  const found = await findApplicationByReference(tx, reference);
  const application = found && (await lockApplication(tx, found.id));
  if (!application) return null;
  await refuseConflict(tx, application, { staffId, now });
  const papers = await currentPapers(tx, application.id);
  const paper = papers.find((one) => one.position === position);
  if (!paper) return null;
  const checks = await checksOf(tx, application.id);
  return { application, paper, papers, checks: new Map(checks.map((one) => [one.paperId, one])) };
}

function readCheck(order: CheckOrder, paper: EvidencePaper, stored: PaperCheck | null): ReadCheck {
  const read = readTypedCheck(order.typed, {
    kind: paper.kind,
    receivedOn: londonDateOf(paper.receivedAt),
    referenceLast4: stored?.referenceLast4 ?? null,
  });
  if (!order.isAllMatching) return read;
  return { ...read, findings: { ...markRestAsMatching(read.findings), verdict: 'accept' } };
}

function rowOf(
  paper: EvidencePaper,
  { findings, note }: ReadCheck,
): Omit<PaperCheck, 'checkedBy' | 'checkedAt'> {
  const { verdict, marks, datedOn, termFromOn, termToOn, referenceLast4 } = findings;
  const { id: paperId, applicationId } = paper;
  return {
    ...{ paperId, applicationId, verdict, marks },
    ...{ datedOn, termFromOn, termToOn, referenceLast4, note },
  };
}

function staff(id: string) {
  return { kind: 'staff', id } as const;
}
