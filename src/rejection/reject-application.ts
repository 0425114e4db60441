import { Injectable } from '@nestjs/common';
import { moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { decidersOf, isSameDecision } from '../decisions/open-case.rules.js';
import { recordDecision } from '../decisions/record-decision.js';
import type { ChosenReason } from '../decisions/rejection-reasons.rules.js';
import { isLetterShown } from '../letters/letter-key.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
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
  /** `letterKey` of the letter that was read; null where no person reads one. */
  letterShown?: string | null;
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
      deciders: decidersOf(file),
      seenVersion: command.seenVersion,
      catalogue: file.catalogue,
      reasons: command.reasons,
      money: { shown: command.moneyShown, now: moneyKey(moneyOf(file.payment, file.commands)) },
    });
    if (!decided.ok) return decided;
    const { reasons, letterShown = null } = command;
    const letter = rejectionLetter({ file, reasons, council: this.council, now });
    if (!isLetterShown(letter, letterShown)) return refuse('letter_changed');
    await recordDecision(tx, this.tools, {
      file,
      outcome: 'rejected',
      by: command.officer.id,
      at: now,
      reasons: describeReasons(file, command.reasons, now),
      privateNote: command.privateNote,
      formId: command.formId,
      event: {
        type: 'application-rejected',
        payload: { reasons: command.reasons.map(({ code }) => code) },
      },
      letter,
    });
    return ok();
  }

  private get tools() {
    return { outbox: this.outbox, settings: this.settings };
  }

  private get council() {
    return councilFacts(this.settings);
  }
}
