import { Injectable } from '@nestjs/common';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { RefreshPaymentTry } from './refresh-payment-try.js';

const AGAIN_MS = 30_000;

/** Goes on until the try is over, whether or not the resident comes back from the card page. */
@Injectable()
export class FollowPaymentTryJob extends JobHandler {
  override readonly job = 'follow-payment-try';
  override readonly queue = 'payments';
  /** A try runs out at the payment service in 90 minutes; it is asked about for a day. */
  override readonly attempts = 1440;

  constructor(private readonly refresh: RefreshPaymentTry) {
    super();
  }

  override async run(tryId: string): Promise<JobOutcome> {
    if ((await this.refresh.run(tryId)) === 'over') return DONE;
    const againAt = new Date(Date.now() + AGAIN_MS);
    return { done: false, againAt, because: 'The resident has not finished paying.' };
  }

  override async gaveUp(): Promise<void> {
    // The reconciliation compares every payment of ours with the payment service's.
  }
}
