import { Injectable } from '@nestjs/common';
import { lockApplication } from '../applications/applications.store.js';
import { answerDueAt } from '../evidence-requests/answer-by.rules.js';
import {
  type EvidenceRequest,
  findRequest,
  markLapsed,
} from '../evidence-requests/evidence-requests.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { recordEvent } from '../timeline/timeline.store.js';

/** After the last day an officer is told, on the case and in the lists; nothing is refused (R-GDPR-3). */
@Injectable()
export class LapseEvidenceRequestJob extends JobHandler {
  override readonly job = 'lapse-evidence-request';
  override readonly queue = 'housekeeping';
  /** Nobody would see an overdue answer otherwise: it goes on trying for a day. */
  override readonly attempts = 1440;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(requestId: string): Promise<JobOutcome> {
    const request = await findRequest(this.database.reader, requestId);
    if (request?.state !== 'open') return DONE;
    const dueAt = answerDueAt(request.answerByOn);
    if (this.clock.now() < dueAt) {
      return { done: false, againAt: dueAt, because: 'The last day is not over yet.' };
    }
    await this.unitOfWork.run((tx) => this.lapse(tx, request, this.clock.now()));
    return DONE;
  }

  override async gaveUp(): Promise<void> {
    // The case still says by when an answer was due: an officer can stop waiting at any time.
  }

  private async lapse(tx: Tx, { id, applicationId }: EvidenceRequest, at: Date): Promise<void> {
    const application = await lockApplication(tx, applicationId);
    const request = await findRequest(tx, id);
    if (!application || request?.state !== 'open') return;
    await markLapsed(tx, request, at);
    const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
    const payload = { requestId: id };
    await recordEvent(tx, occasion, { type: 'evidence-request-lapsed', payload });
  }
}
