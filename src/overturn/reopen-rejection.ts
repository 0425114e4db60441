import { Injectable } from '@nestjs/common';
import { moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { decidersOf } from '../decisions/open-case.rules.js';
import { reopenCase } from '../decisions/reopen-case.js';
import { waitsFor } from '../decisions/reopening.rules.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ok, type Outcome } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { reopenedLetter } from './overturn-words.js';
import { decideOverturn, type OverturnRefusal } from './overturn.rules.js';

export interface OverturnCommand {
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  who: string;
  reason: string;
  privateNote: string | null;
  /** `moneyKey` of the money the previewed letter spoke of. */
  moneyShown: string;
}

/** A supervisor takes up a rejection that somebody else made: a new act, never an edit (R-ST-3). */
@Injectable()
export class ReopenRejection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: OverturnCommand): Promise<Outcome<unknown, OverturnRefusal>> {
    return this.unitOfWork.run((tx) => this.reopen(tx, command));
  }

  private async reopen(tx: Tx, command: OverturnCommand) {
    const at = this.clock.now();
    const file = await lockCase(tx, command, at);
    const { formId, officer, who, reason } = command;
    if (file.reopenings.some((reopening) => reopening.formId === formId)) return ok();
    const decided = decideOverturn({
      application: file.application,
      deciders: decidersOf(file),
      by: officer,
      seenVersion: command.seenVersion,
      waitsFor: waitsFor(file),
      who,
      reason,
      money: { shown: command.moneyShown, now: moneyKey(moneyOf(file.payment, file.commands)) },
    });
    if (!decided.ok) return decided;
    if (!file.decision) throw new Error('A rejected case has no decision.');
    await reopenCase(tx, this.outbox, {
      file,
      decision: file.decision,
      status: decided.status,
      because: 'supervisor',
      reason,
      privateNote: command.privateNote,
      letter: reopenedLetter(file, reason, councilFacts(this.settings)),
      by: officer.id,
      at,
      leaseMinutes: this.settings.CLAIM_MINUTES,
      formId,
    });
    return ok();
  }
}
