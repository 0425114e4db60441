import { Injectable } from '@nestjs/common';
import { changeStatus } from '../applications/applications.store.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { insertDecision } from '../decisions/decisions.store.js';
import { isSameDecision } from '../decisions/open-case.rules.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { writeLetters } from '../letters/write-letters.js';
import { moveMoney } from '../payments/move-money.js';
import { lockPermit } from '../permits/permits.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { newId } from '../platform/database/new-id.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ok, type Outcome } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { approvalFactsOf } from '../approval-gate/approval-facts.queries.js';
import type { ApprovalFacts } from '../approval-gate/approval-facts.rules.js';
import { approvalObstacles } from '../approval-gate/approval-obstacles.rules.js';
import { type ApprovalTerms, approvalTerms, termsKey } from './approval-terms.rules.js';
import { approvalLetter } from './approval-words.js';
import { type ApprovalRefusal, decideApproval } from './approval.rules.js';
import { grant } from './grant-permit.js';

export interface ApprovalCommand {
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  privateNote: string | null;
  /** `termsKey` of what the officer checked. */
  termsShown: string;
}

/**
 * Approves an application: decision, permit, capture command, timeline and letters in one
 * transaction. The money itself moves afterwards, in a job.
 */
@Injectable()
export class ApproveApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: ApprovalCommand): Promise<Outcome<unknown, ApprovalRefusal>> {
    return this.unitOfWork.run((tx) => this.approve(tx, command));
  }

  private async approve(tx: Tx, command: ApprovalCommand) {
    const now = this.clock.now();
    const file = await lockCase(tx, command, now);
    if (isSameDecision(file, command)) return ok();
    const facts = await lockedFacts(tx, file, { now, formId: command.formId });
    const decided = decideApproval({
      application: file.application,
      officer: command.officer,
      seenVersion: command.seenVersion,
      obstacles: approvalObstacles(facts),
      terms: { shown: command.termsShown, now: () => termsKey(approvalTerms(facts), facts) },
    });
    if (!decided.ok) return decided;
    const terms = approvalTerms(facts);
    await changeStatus(tx, file.application, { status: decided.status, decidedAt: now });
    await grant(tx, facts, terms);
    await this.recordDecision(tx, facts, terms, command);
    await this.tellResident(tx, { file, facts, terms, command });
    return ok();
  }

  private async recordDecision(
    tx: Tx,
    facts: ApprovalFacts,
    { permitReference, startsOn, endsOn }: ApprovalTerms,
    command: ApprovalCommand,
  ): Promise<void> {
    const { application, payment, now: at } = facts;
    const actor = { kind: 'staff', id: command.officer.id } as const;
    const decisionId = newId();
    await insertDecision(tx, {
      id: decisionId,
      applicationId: application.id,
      outcome: 'approved',
      decidedBy: command.officer.id,
      decidedAt: at,
      reasons: [],
      privateNote: command.privateNote,
      formId: command.formId,
    });
    const occasion = { applicationId: application.id, actor, at };
    const payload = { permitReference, startsOn, endsOn };
    await recordEvent(tx, occasion, { type: 'application-approved', payload });
    if (payment) {
      await moveMoney(tx, this.outbox, { payment, decisionId, kind: 'capture', actor, at });
    }
  }

  private async tellResident(tx: Tx, approved: Approved): Promise<void> {
    const { file, facts, terms, command } = approved;
    await writeLetters(tx, this.outbox, {
      applicationId: file.application.id,
      contact: contactOf(file.application, file.property),
      content: approvalLetter(facts, terms, {
        council: councilFacts(this.settings),
        wordings: file.wordings,
      }),
      actor: { kind: 'staff', id: command.officer.id },
      at: facts.now,
    });
  }
}

interface Approved {
  file: CaseFile;
  facts: ApprovalFacts;
  terms: ApprovalTerms;
  command: ApprovalCommand;
}

/** The permit whose vehicle changes is locked last, before its cover is read. */
async function lockedFacts(tx: Tx, file: CaseFile, occasion: { now: Date; formId: string }) {
  const { concernsPermitId } = file.application;
  if (concernsPermitId !== null) await lockPermit(tx, concernsPermitId);
  return approvalFactsOf(tx, file, occasion);
}
