import { Injectable } from '@nestjs/common';
import { lockApplication } from '../applications/applications.store.js';
import { payDueAt } from '../payment-requests/pay-by.rules.js';
import {
  endPaymentRequest,
  findPaymentRequest,
  type PaymentRequest,
} from '../payment-requests/payment-requests.store.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { LapseJob } from '../platform/outbox/lapse.job.js';
import { recordEvent } from '../timeline/timeline.store.js';

/** After the last day an officer is told, on the case and in the lists; nothing is refused (R-GDPR-3). */
@Injectable()
export class LapsePaymentRequestJob extends LapseJob<PaymentRequest> {
  override readonly job = 'lapse-payment-request';

  override async gaveUp(): Promise<void> {
    // The link takes nothing after its last day in any case; the case still says by when it was due.
  }

  protected override async stillWaiting(reader: Reader, id: string) {
    const request = await findPaymentRequest(reader, id);
    return request?.state === 'open' ? request : null;
  }

  protected override dueAt({ payByOn }: PaymentRequest): Date {
    return payDueAt(payByOn);
  }

  protected override async lapse(tx: Tx, { id, applicationId }: PaymentRequest, at: Date) {
    await lockApplication(tx, applicationId);
    const request = await this.stillWaiting(tx, id);
    if (!request) return;
    await endPaymentRequest(tx, request, { action: 'lapse', at });
    const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
    const payload = { requestId: id };
    await recordEvent(tx, occasion, { type: 'payment-request-lapsed', payload });
  }
}
