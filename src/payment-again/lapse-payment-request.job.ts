import { Injectable } from '@nestjs/common';
import { lockApplication } from '../applications/applications.store.js';
import { payDueAt } from '../payment-requests/pay-by.rules.js';
import {
  endPaymentRequest,
  findPaymentRequest,
  type PaymentRequest,
} from '../payment-requests/payment-requests.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { recordEvent } from '../timeline/timeline.store.js';

/** After the last day an officer is told, on the case and in the lists; nothing is refused (R-GDPR-3). */
@Injectable()
export class LapsePaymentRequestJob extends JobHandler {
  override readonly job = 'lapse-payment-request';
  override readonly queue = 'housekeeping';
  /** Nobody would see that it was not paid otherwise: it goes on trying for a day. */
  override readonly attempts = 1440;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(requestId: string): Promise<JobOutcome> {
    const request = await findPaymentRequest(this.database.reader, requestId);
    if (request?.state !== 'open') return DONE;
    const dueAt = payDueAt(request.payByOn);
    if (this.clock.now() < dueAt) {
      return { done: false, againAt: dueAt, because: 'The last day is not over yet.' };
    }
    await this.unitOfWork.run((tx) => this.lapse(tx, request, this.clock.now()));
    return DONE;
  }

  override async gaveUp(): Promise<void> {
    // The link takes nothing after its last day in any case; the case still says by when it was due.
  }

  private async lapse(tx: Tx, { id, applicationId }: PaymentRequest, at: Date): Promise<void> {
    await lockApplication(tx, applicationId);
    const request = await findPaymentRequest(tx, id);
    if (request?.state !== 'open') return;
    await endPaymentRequest(tx, request, { action: 'lapse', at });
    const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
    const payload = { requestId: id };
    await recordEvent(tx, occasion, { type: 'payment-request-lapsed', payload });
  }
}
