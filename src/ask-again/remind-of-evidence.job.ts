import { Injectable } from '@nestjs/common';
import { contactOf } from '../case-file/case-words.rules.js';
import { reminderDueAt } from '../evidence-requests/answer-by.rules.js';
import {
  type EvidenceRequest,
  findRequest,
  markReminded,
} from '../evidence-requests/evidence-requests.store.js';
import { composeEvidenceReminder } from '../letters/evidence-letters.rules.js';
import { writeLetters } from '../letters/write-letters.js';
import { policyBook } from '../policy/policy-book.queries.js';
import { answerPolicyOn } from '../policy/policy-book.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { londonDateOf } from '../shared/london-date.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { requestFacts } from './evidence-request-letter.js';
import { lockCaseOf } from './lock-case-of.js';

@Injectable()
export class ReminderLetter {
  constructor(
    private readonly outbox: Outbox,
    private readonly settings: Settings,
  ) {}

  /** Under the case's lock, so that an answer sent meanwhile and this never cross. */
  async write(tx: Tx, request: EvidenceRequest, at: Date): Promise<void> {
    const { id, applicationId } = request;
    const file = await lockCaseOf(tx, applicationId, at);
    if (!(await markReminded(tx, id, at))) return;
    const actor = { kind: 'system' } as const;
    const payload = { requestId: id };
    await recordEvent(
      tx,
      { applicationId, actor, at },
      { type: 'evidence-request-reminded', payload },
    );
    await writeLetters(tx, this.outbox, {
      applicationId,
      contact: contactOf(file.application, file.property),
      content: composeEvidenceReminder(requestFacts(file, request, this.settings)),
      actor,
      at,
    });
  }
}

/** One reminder, some days before the last day, unless the resident has answered by then. */
@Injectable()
export class RemindOfEvidenceJob extends JobHandler {
  override readonly job = 'remind-of-evidence';
  override readonly queue = 'housekeeping';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly reminder: ReminderLetter,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(requestId: string): Promise<JobOutcome> {
    const request = await findRequest(this.database.reader, requestId);
    if (request?.state !== 'open' || request.remindedAt !== null) return DONE;
    const askedOn = londonDateOf(request.askedAt);
    const policy = answerPolicyOn(await policyBook(this.database.reader), askedOn);
    const dueAt = reminderDueAt(request.answerByOn, policy);
    if (this.clock.now() < dueAt) {
      return { done: false, againAt: dueAt, because: 'The reminder is not due yet.' };
    }
    await this.unitOfWork.run((tx) => this.reminder.write(tx, request, this.clock.now()));
    return DONE;
  }

  override async gaveUp(): Promise<void> {
    // Nothing is lost: the link works, and at the deadline an officer is told.
  }
}
