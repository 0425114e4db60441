import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { settleArrivedOrphans } from '../webhook-inbox/webhook-findings.store.js';

/**
 * A notice may overtake the application whose payment it is about. Once that has arrived nobody need
 * look: its payment is read with its arrival.
 */
@Injectable()
export class MatchOrphansTask extends PeriodicTask {
  readonly task = 'match-orphan-notices';
  readonly everySeconds = 60;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(): Promise<void> {
    await this.unitOfWork.run((tx) => settleArrivedOrphans(tx, this.clock.now()));
  }
}
