import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { forgetAskedBefore } from './register-checks.store.js';

const DAY_MS = 24 * 3_600_000;
const BATCH = 500;

/** Forgets what the register said, and that it was asked, once it is older than the setting allows. */
@Injectable()
export class ForgetRegisterAnswers extends PeriodicTask {
  readonly task = 'forget-register-answers';
  readonly everySeconds = 3600;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.settings.VES_KEEP_DAYS * DAY_MS);
    let forgotten = BATCH;
    while (forgotten === BATCH) {
      forgotten = await this.unitOfWork.run((tx) => forgetAskedBefore(tx, before, BATCH));
    }
  }
}
