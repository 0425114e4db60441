import { Injectable, Logger } from '@nestjs/common';
import { watchComparisons } from '../payment-comparisons/watch.queries.js';
import { troublesOf } from '../payment-comparisons/watch.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';

/**
 * Raises the alarm in the log, every hour for as long as it lasts: the daily comparison is overdue,
 * gave up or got stuck, or what it found is left alone (docs/runbook.md). Names no payment.
 */
@Injectable()
export class WatchReconciliation extends PeriodicTask {
  override readonly task = 'watch-reconciliation';
  override readonly everySeconds = 3600;
  private readonly log = new Logger('reconciliation');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(): Promise<void> {
    const watched = await watchComparisons(this.database.reader);
    for (const { trouble, ...about } of troublesOf(watched, this.clock.now())) {
      this.log.error({ alarm: trouble, ...about });
    }
  }
}
