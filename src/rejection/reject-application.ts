import { Injectable } from '@nestjs/common';
import { changeStatus } from '../applications/applications.store.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf, moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { insertDecision } from '../decisions/decisions.store.js';
import { isSameDecision } from '../decisions/open-case.rules.js';
import type { ChosenReason } from '../decisions/rejection-reasons.rules.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { writeLetters } from '../letters/write-letters.js';
import { moveMoney } from '../payments/move-money.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { newId } from '../platform/database/new-id.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { releaseSlots } from '../property-slots/property-slots.store.js';
import { ok, type Outcome } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { describeReasons, rejectionLetter } from './rejection-words.js';
import { decideRejection, type RejectionRefusal } from './rejection.rules.js';

export interface RejectionCommand {
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  reasons: readonly ChosenReason[];
  privateNote: string | null;
  /** `moneyKey` of the money the previewed letter spoke of. */
  moneyShown: string;
}

type Rejected = Outcome<unknown, RejectionRefusal>;

/**
 * Rejects an application: decision, release command, timeline and letters in one transaction
 * (R-REJ-1 to R-REJ-4, R-REF-2). The money itself moves afterwards, in a job.
 */
@Injectable()
export class RejectApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: RejectionCommand): Promise<Rejected> {
    return this.unitOfWork.run((tx) => this.reject(tx, command));
  }

  private async reject(tx: Tx, command: RejectionCommand): Promise<Rejected> {
    const now = this.clock.now();
    const file = await lockCase(tx, command, now);
    if (isSameDecision(file, command)) return ok();
    const decided = decideRejection({
      application: file.application,
      officer: command.officer,
      seenVersion: command.seenVersion,
      reasons: command.reasons,
      money: { shown: command.moneyShown, now: moneyKey(moneyOf(file.payment)) },
    });
    if (!decided.ok) return decided;
    await changeStatus(tx, file.application, { status: decided.status, decidedAt: now });
    await this.recordDecision(tx, file, command, now);
    await this.tellResident(tx, file, command, now);
    return ok();
  }

  private async recordDecision(tx: Tx, file: CaseFile, command: RejectionCommand, at: Date) {
    const { id: applicationId } = file.application;
    const actor = { kind: 'staff', id: command.officer.id } as const;
    const decisionId = newId();
    await insertDecision(tx, {
      id: decisionId,
      applicationId,
      outcome: 'rejected',
      decidedBy: command.officer.id,
      decidedAt: at,
      reasons: describeReasons(file, command.reasons, at),
      privateNote: command.privateNote,
      formId: command.formId,
    });
    await releaseSlots(tx, applicationId);
    const reasons = command.reasons.map(({ code }) => code);
    await recordEvent(
      tx,
      { applicationId, actor, at },
      { type: 'application-rejected', payload: { reasons } },
    );
    if (file.payment) {
      const { payment } = file;
      await moveMoney(tx, this.outbox, { payment, decisionId, kind: 'release', actor, at });
    }
  }

  private async tellResident(tx: Tx, file: CaseFile, command: RejectionCommand, at: Date) {
    const council = councilFacts(this.settings);
    await writeLetters(tx, this.outbox, {
      applicationId: file.application.id,
      contact: contactOf(file.application, file.property),
      content: rejectionLetter({ file, reasons: command.reasons, council, now: at }),
      actor: { kind: 'staff', id: command.officer.id },
      at,
    });
  }
}
