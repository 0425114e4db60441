import { Injectable } from '@nestjs/common';
import { moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { isSameDecision } from '../decisions/open-case.rules.js';
import { recordDecision } from '../decisions/record-decision.js';
import { closeOpenRequest } from '../evidence-requests/evidence-requests.store.js';
import { isLetterShown } from '../letters/letter-key.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { closePaymentRequest } from '../payment-requests/payment-requests.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { withdrawalLetter } from './withdrawal-words.js';
import { decideWithdrawal, type WithdrawalRefusal } from './withdrawal.rules.js';

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
  /** `letterKey` of the letter that was read; null where no person reads one. */
  letterShown?: string | null;
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
      money: { shown: command.moneyShown, now: moneyKey(moneyOf(file.payment, file.commands)) },
    });
    if (!decided.ok) return decided;
    const { code, words } = decided;
    const letter = withdrawalLetter(file, words, councilFacts(this.settings));
    if (!isLetterShown(letter, command.letterShown ?? null)) return refuse('letter_changed');
    const { id: applicationId } = file.application;
    const actor = { kind: 'staff', id: command.officer.id } as const;
    await closeOpenRequest(tx, { applicationId, actor, at: now });
    await closePaymentRequest(tx, { applicationId, actor, at: now });
    await recordDecision(tx, this.tools, {
      file,
      outcome: 'withdrawn',
      by: command.officer.id,
      at: now,
      reasons: [{ code, paperKind: null, words }],
      privateNote: command.privateNote,
      formId: command.formId,
      event: { type: 'application-withdrawn', payload: { reason: code } },
      letter,
    });
    return ok();
  }

  private get tools() {
    return { outbox: this.outbox, settings: this.settings };
  }
}
