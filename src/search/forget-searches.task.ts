import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { forgetEndedSearches } from './searches.store.js';

const BATCH = 500;

/** What people typed into the search box does not outlive its hour, even when nobody searches again. */
@Injectable()
export class ForgetSearches extends PeriodicTask {
  readonly task = 'forget-searches';
  readonly everySeconds = 300;

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
      forgotten = await this.unitOfWork.run((tx) => forgetEndedSearches(tx, now, BATCH));
    }
  }
}
