import { Injectable } from '@nestjs/common';
import { lockApplication } from '../applications/applications.store.js';
import { answerDueAt } from '../evidence-requests/answer-by.rules.js';
import {
  type EvidenceRequest,
  findRequest,
  markLapsed,
} from '../evidence-requests/evidence-requests.store.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { LapseJob } from '../platform/outbox/lapse.job.js';
import { recordEvent } from '../timeline/timeline.store.js';

/** After the last day an officer is told, on the case and in the lists; nothing is refused (R-GDPR-3). */
@Injectable()
export class LapseEvidenceRequestJob extends LapseJob<EvidenceRequest> {
  override readonly job = 'lapse-evidence-request';

  override async gaveUp(): Promise<void> {
    // The case still says by when an answer was due: an officer can stop waiting at any time.
  }

  protected override async stillWaiting(reader: Reader, id: string) {
    const request = await findRequest(reader, id);
    return request?.state === 'open' ? request : null;
  }

  protected override dueAt({ answerByOn }: EvidenceRequest): Date {
    return answerDueAt(answerByOn);
  }

  protected override async lapse(tx: Tx, { id, applicationId }: EvidenceRequest, at: Date) {
    const application = await lockApplication(tx, applicationId);
    const request = await this.stillWaiting(tx, id);
    if (!application || !request) return;
    await markLapsed(tx, request, at);
    const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
    const payload = { requestId: id };
    await recordEvent(tx, occasion, { type: 'evidence-request-lapsed', payload });
  }
}
