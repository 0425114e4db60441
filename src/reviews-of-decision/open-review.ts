import { Injectable } from '@nestjs/common';
import { touchApplication } from '../applications/applications.store.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { type ReviewChannel, reviewAnswerBy } from '../decision-reviews/decision-review.rules.js';
import { insertReview, reviewsOf } from '../decision-reviews/decision-reviews.store.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { writeLetters } from '../letters/write-letters.js';
import { settingOn } from '../policy/policy-settings.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { newId } from '../platform/database/new-id.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { LocalDate } from '../shared/london-date.js';
import { ok, type Outcome } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { mayOpenReview, type OpenReviewRefusal } from './open-review.rules.js';
import { reviewOpenedLetter } from './review-letters.js';

export interface OpenReviewCommand {
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  channel: ReviewChannel;
  receivedOn: LocalDate;
  asked: string;
}

/** Records a resident's request to look at a rejection again, and says to him that we have it. */
@Injectable()
export class OpenReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: OpenReviewCommand): Promise<Outcome<unknown, OpenReviewRefusal>> {
    return this.unitOfWork.run((tx) => this.open(tx, command));
  }

  private async open(tx: Tx, command: OpenReviewCommand) {
    const at = this.clock.now();
    const file = await lockCase(tx, command, at);
    const reviews = await reviewsOf(tx, file.application.id);
    if (reviews.some(({ formId }) => formId === command.formId)) return ok();
    const may = mayOpenReview({
      application: file.application,
      seenVersion: command.seenVersion,
      hasOpenReview: file.openReview !== null,
      hasSecondLook: file.secondLook !== null,
    });
    if (!may.ok) return may;
    await this.write(tx, file, command, at);
    return ok();
  }

  private async write(tx: Tx, file: CaseFile, command: OpenReviewCommand, at: Date) {
    const { application, decision } = file;
    if (!decision) throw new Error('A rejected case has no decision.');
    const { id: applicationId } = application;
    const { channel, receivedOn, asked, formId } = command;
    const id = newId();
    const days = settingOn(file.policy.settings, 'review_answer_days', receivedOn);
    const answerByOn = reviewAnswerBy(receivedOn, days);
    await touchApplication(tx, application);
    await insertReview(tx, {
      ...{ id, applicationId, openApplicationId: applicationId, decisionId: decision.id },
      ...{ channel, receivedOn, answerByOn, asked, formId },
      openedBy: command.officer.id,
      openedAt: at,
      ...NOT_SETTLED,
    });
    const actor = { kind: 'staff', id: command.officer.id } as const;
    const payload = { reviewId: id, channel, answerByOn };
    await recordEvent(tx, { applicationId, actor, at }, { type: 'review-opened', payload });
    await writeLetters(tx, this.outbox, {
      ...{ applicationId, actor, at },
      contact: contactOf(application, file.property),
      content: reviewOpenedLetter(file, answerByOn, councilFacts(this.settings)),
    });
  }
}

const NOT_SETTLED = {
  outcome: null,
  reasons: null,
  privateNote: null,
  settledBy: null,
  settledAt: null,
  settledFormId: null,
} as const;
