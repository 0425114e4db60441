import { Injectable } from '@nestjs/common';
import { changeStatus } from '../applications/applications.store.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf, moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { insertDecision } from '../decisions/decisions.store.js';
import { isSameDecision } from '../decisions/open-case.rules.js';
import { pauseEnded } from '../applications/pause.rules.js';
import { closeOpenRequest } from '../evidence-requests/evidence-requests.store.js';
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
import { withdrawalLetter } from './withdrawal-words.js';
import { decideWithdrawal, type Withdrawal, type WithdrawalRefusal } from './withdrawal.rules.js';

export interface WithdrawalCommand {
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  reason: { code: string; ownWords: string };
  privateNote: string | null;
  /** `moneyKey` of the money the previewed letter spoke of. */
  moneyShown: string;
}

/**
 * Closes an application before a decision: one transaction releases the money and the place at the
 * property, and writes the letter. The money itself moves afterwards, in a job.
 */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: WithdrawalCommand): Promise<Outcome<unknown, WithdrawalRefusal>> {
    return this.unitOfWork.run((tx) => this.withdraw(tx, command));
  }

  private async withdraw(tx: Tx, command: WithdrawalCommand) {
    const now = this.clock.now();
    const file = await lockCase(tx, command, now);
    if (isSameDecision(file, command)) return ok();
    const decided = decideWithdrawal({
      application: file.application,
      officer: command.officer,
      seenVersion: command.seenVersion,
      reason: command.reason,
      money: { shown: command.moneyShown, now: moneyKey(moneyOf(file.payment)) },
    });
    if (!decided.ok) return decided;
    const { id: applicationId } = file.application;
    const occasion = { applicationId, actor: actorOf(command), at: now };
    await changeStatus(tx, file.application, {
      status: decided.status,
      decidedAt: now,
      ...pauseEnded(file.application, now),
    });
    await releaseSlots(tx, applicationId);
    await closeOpenRequest(tx, occasion);
    await this.recordDecision(tx, file, command, { ...decided, at: now });
    await writeLetters(tx, this.outbox, {
      ...occasion,
      contact: contactOf(file.application, file.property),
      content: withdrawalLetter(file, decided.words, councilFacts(this.settings)),
    });
    return ok();
  }

  private async recordDecision(
    tx: Tx,
    file: CaseFile,
    command: WithdrawalCommand,
    { code, words, at }: Withdrawal & { at: Date },
  ): Promise<void> {
    const { id: applicationId } = file.application;
    const actor = actorOf(command);
    const decisionId = newId();
    await insertDecision(tx, {
      id: decisionId,
      applicationId,
      outcome: 'withdrawn',
      decidedBy: command.officer.id,
      decidedAt: at,
      reasons: [{ code, paperKind: null, words }],
      privateNote: command.privateNote,
      formId: command.formId,
    });
    const occasion = { applicationId, actor, at };
    await recordEvent(tx, occasion, { type: 'application-withdrawn', payload: { reason: code } });
    const { payment } = file;
    if (payment) {
      await moveMoney(tx, this.outbox, { payment, decisionId, kind: 'release', actor, at });
    }
  }
}

function actorOf({ officer }: WithdrawalCommand) {
  return { kind: 'staff', id: officer.id } as const;
}
