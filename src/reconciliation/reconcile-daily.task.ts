import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/database/new-id.js';
import { Database } from '../platform/database/transaction.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { londonDateOf, londonTimeOf } from '../shared/london-date.js';
import { dailyPeriod } from '../payment-comparisons/period.rules.js';
import { dailyRunExists } from '../payment-comparisons/reconciliation-runs.queries.js';
import { StartReconciliation } from './start-reconciliation.js';

/** London time: the payment service's list has caught up with the day before, and nobody is at work. */
const FROM = '05:00';

/** Once a day, for the fortnight that ends with yesterday; a worker that was down catches up. */
@Injectable()
export class ReconcileDaily extends PeriodicTask {
  readonly task = 'reconcile-daily';
  readonly everySeconds = 300;

  constructor(
    private readonly startReconciliation: StartReconciliation,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(): Promise<void> {
    const now = this.clock.now();
    if (londonTimeOf(now) < FROM) return;
    const period = dailyPeriod(londonDateOf(now));
    if (await dailyRunExists(this.database.reader, period)) return;
    await this.startReconciliation.run({ id: newId(), askedBy: null, ...period });
  }
}
