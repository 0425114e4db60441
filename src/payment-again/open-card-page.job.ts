import { Injectable } from '@nestjs/common';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { RefreshPaymentTry } from './refresh-payment-try.js';

const BUSY_MS = 1_000;

/** A resident waits for the card page, or has come back from it: the payment is read at once. */
@Injectable()
export class OpenCardPageJob extends JobHandler {
  override readonly job = 'open-card-page';
  override readonly queue = 'payments';

  constructor(private readonly refresh: RefreshPaymentTry) {
    super();
  }

  override async run(tryId: string): Promise<JobOutcome> {
    if ((await this.refresh.run(tryId)) !== 'busy') return DONE;
    const againAt = new Date(Date.now() + BUSY_MS);
    return { done: false, againAt, because: 'Another worker makes the payment.' };
  }

  override async gaveUp(): Promise<void> {
    // The resident was told to try again, and whoever follows the try goes on asking.
  }
}
