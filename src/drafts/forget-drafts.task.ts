import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { forgetExpiredDrafts } from './drafts.store.js';

const BATCH = 500;

/** Deletes drafts whose time is over, thrown away ones half an hour after that. */
@Injectable()
export class ForgetDrafts extends PeriodicTask {
  readonly task = 'forget-drafts';
  readonly everySeconds = 900;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(): Promise<void> {
    const now = this.clock.now();
    let forgotten = BATCH;
    while (forgotten === BATCH) {
      forgotten = await this.unitOfWork.run((tx) => forgetExpiredDrafts(tx, now, BATCH));
    }
  }
}
