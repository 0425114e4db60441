import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { lockCase } from '../case-file/lock-case.js';
import { letHeldDecisionGo } from '../decisions/decision-effects.js';
import type { Decision } from '../decisions/decisions.store.js';
import { decidersOf } from '../decisions/open-case.rules.js';
import { reopenCase } from '../decisions/reopen-case.js';
import { decideReopening } from '../decisions/reopening.rules.js';
import { touchApplication } from '../applications/applications.store.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { qualityCheckOf, settleQualityCheck } from '../quality-checks/quality-checks.store.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import {
  checkLook,
  lookFault,
  type LookAnswer,
  type LookFault,
  type LookRefusal,
} from './second-look.rules.js';

export interface LookCommand {
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  answer: LookAnswer;
  note: string;
}

interface Looking {
  file: CaseFile;
  decision: Decision;
  checkId: string;
  command: LookCommand;
  at: Date;
}

/**
 * Settles a second look. Agreed: the letter goes, and a rejection frees money and place. Not
 * agreed: a rejection is taken up again and its letter is never sent; a permit that was granted
 * stands, so its letter goes, and the disagreement is kept.
 */
@Injectable()
export class SettleSecondLook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The same form sent again has the same result. */
  run(command: LookCommand): Promise<Outcome<unknown, LookRefusal | LookFault>> {
    return this.unitOfWork.run((tx) => this.settle(tx, command));
  }

  private async settle(tx: Tx, command: LookCommand) {
    const at = this.clock.now();
    const file = await lockCase(tx, command, at);
    if (await isSameLook(tx, file, command.formId)) return ok();
    const checked = checkLook({
      check: file.secondLook,
      version: file.application.version,
      seenVersion: command.seenVersion,
      deciders: decidersOf(file),
      by: command.officer,
    });
    if (!checked.ok) return checked;
    const fault = lookFault(command);
    if (fault) return refuse(fault);
    const { decision, secondLook } = file;
    if (!decision || !secondLook) throw new Error('A second look waits without its decision.');
    await this.record(tx, { file, decision, checkId: secondLook.id, command, at });
    return ok();
  }

  private async record(tx: Tx, looking: Looking): Promise<void> {
    const { file, checkId, command, at } = looking;
    const outcome = command.answer === 'agree' ? 'agreed' : 'disagreed';
    const isFirst = await settleQualityCheck(tx, checkId, {
      state: outcome,
      lookedBy: command.officer.id,
      settledAt: at,
      note: command.note || null,
      formId: command.formId,
    });
    if (!isFirst) throw new Error('A second look was settled under the locks of its case.');
    const actor = { kind: 'staff', id: command.officer.id } as const;
    const occasion = { applicationId: file.application.id, actor, at };
    await recordEvent(tx, occasion, {
      type: 'second-look-settled',
      payload: { checkId, outcome },
    });
    await this.follow(tx, looking, outcome === 'agreed');
  }

  private async follow(tx: Tx, looking: Looking, isAgreed: boolean): Promise<void> {
    const { file, decision, command, at } = looking;
    if (!isAgreed && decision.outcome === 'rejected') return this.takeUpAgain(tx, looking);
    const actor = { kind: 'staff', id: command.officer.id } as const;
    await touchApplication(tx, file.application);
    await letHeldDecisionGo(tx, this.outbox, { file, decision, actor, at });
  }

  private async takeUpAgain(tx: Tx, { file, decision, command, at }: Looking): Promise<void> {
    const decided = decideReopening({
      application: file.application,
      deciders: decidersOf(file),
      by: command.officer,
      action: 'reopen',
      seenVersion: command.seenVersion,
      waitsFor: null,
    });
    if (!decided.ok) throw new Error(`A second look cannot take it up: ${decided.refusal}.`);
    await reopenCase(tx, this.outbox, {
      file,
      decision,
      status: decided.status,
      because: 'second_look',
      reason: command.note,
      privateNote: null,
      letter: null,
      by: command.officer.id,
      at,
      // It goes to the queue: nobody holds it.
      leaseMinutes: 0,
      formId: command.formId,
    });
  }
}

/** The double click, or the form sent again after its answer was lost (R6.5). */
async function isSameLook(tx: Tx, file: CaseFile, formId: string): Promise<boolean> {
  for (const { id } of file.decisions) {
    if ((await qualityCheckOf(tx, id))?.formId === formId) return true;
  }
  return false;
}
