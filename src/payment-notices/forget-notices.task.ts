import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { forgetMessages } from '../webhook-inbox/webhook-inbox.store.js';

const BATCH = 1000;
const DAY_MS = 24 * 3_600_000;

/** Which notices came is forgotten after a while; what a person must look into, or did, is kept. */
@Injectable()
export class ForgetNoticesTask extends PeriodicTask {
  readonly task = 'forget-payment-notices';
  readonly everySeconds = 3600;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.settings.PAY_NOTICE_DAYS * DAY_MS);
    let forgotten = BATCH;
    while (forgotten === BATCH) {
      forgotten = await this.unitOfWork.run((tx) => forgetMessages(tx, before, BATCH));
    }
  }
}
