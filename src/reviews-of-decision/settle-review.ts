import { Injectable } from '@nestjs/common';
import { touchApplication } from '../applications/applications.store.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf, moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import type { ReviewOutcome } from '../decision-reviews/decision-review.rules.js';
import {
  type DecisionReview,
  reviewsOf,
  settleReview,
} from '../decision-reviews/decision-reviews.store.js';
import { decidersOf } from '../decisions/open-case.rules.js';
import { reopenCase } from '../decisions/reopen-case.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { writeLetters } from '../letters/write-letters.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { reviewAnswerLetter } from './review-letters.js';
import {
  isTold,
  maySettleReview,
  reviewAnswerFault,
  type SettleReviewFault,
  type SettleReviewRefusal,
} from './settle-review.rules.js';

export interface SettleReviewCommand {
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  outcome: ReviewOutcome;
  reasons: string;
  privateNote: string | null;
  /** `moneyKey` of the money the previewed letter spoke of. */
  moneyShown: string;
}

type Settled = Outcome<unknown, SettleReviewRefusal | SettleReviewFault | 'money_changed'>;

interface Settling {
  file: CaseFile;
  review: DecisionReview;
  command: SettleReviewCommand;
  at: Date;
}

/** Answers a review: the decision stands, or the case is decided again by who answered. */
@Injectable()
export class SettleReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: SettleReviewCommand): Promise<Settled> {
    return this.unitOfWork.run((tx) => this.settle(tx, command));
  }

  private async settle(tx: Tx, command: SettleReviewCommand): Promise<Settled> {
    const at = this.clock.now();
    const file = await lockCase(tx, command, at);
    const reviews = await reviewsOf(tx, file.application.id);
    if (reviews.some(({ settledFormId }) => settledFormId === command.formId)) return ok();
    const may = maySettleReview({
      application: file.application,
      hasOpenReview: file.openReview !== null,
      deciders: decidersOf(file),
      by: command.officer,
      seenVersion: command.seenVersion,
    });
    if (!may.ok) return may;
    const fault = reviewAnswerFault(command);
    if (fault) return refuse(fault);
    const moneyNow = moneyKey(moneyOf(file.payment, file.commands));
    if (isTold(command.outcome) && command.moneyShown !== moneyNow) return refuse('money_changed');
    if (!file.openReview) throw new Error('The review was there and is gone under the locks.');
    await this.record(tx, { file, review: file.openReview, command, at });
    return ok();
  }

  private async record(tx: Tx, settling: Settling): Promise<void> {
    const { file, review, command, at } = settling;
    const { outcome, officer, formId, reasons, privateNote } = command;
    await settleReview(tx, review.id, {
      ...{ outcome, privateNote },
      reasons: isTold(outcome) ? reasons : null,
      settledBy: officer.id,
      settledAt: at,
      settledFormId: formId,
    });
    const actor = { kind: 'staff', id: officer.id } as const;
    const payload = { reviewId: review.id, outcome };
    const occasion = { applicationId: file.application.id, actor, at };
    await recordEvent(tx, occasion, { type: 'review-settled', payload });
    if (outcome === 'overturned') return this.takeUpAgain(tx, settling);
    await touchApplication(tx, file.application);
    if (!isTold(outcome)) return;
    const contact = contactOf(file.application, file.property);
    await writeLetters(tx, this.outbox, { ...occasion, contact, content: this.letter(settling) });
  }

  private async takeUpAgain(tx: Tx, settling: Settling): Promise<void> {
    const { file, command, at } = settling;
    if (!file.decision) throw new Error('A rejected case has no decision.');
    await reopenCase(tx, this.outbox, {
      file,
      decision: file.decision,
      status: 'in_review',
      because: 'review',
      reason: command.reasons,
      privateNote: command.privateNote,
      letter: this.letter(settling),
      by: command.officer.id,
      at,
      leaseMinutes: this.settings.CLAIM_MINUTES,
      formId: command.formId,
    });
  }

  private letter({ file, command }: Settling) {
    return reviewAnswerLetter(file, command, councilFacts(this.settings));
  }
}
