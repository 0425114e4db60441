import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { VirusScanner } from './virus-scanner.js';
import { forgottenVirusChecks } from './virus-checks.store.js';

/**
 * No paper waits for ever: one whose check was given up is booked for another. So is one that came
 * before there was a scanner, as soon as there is one.
 */
@Injectable()
export class RebookVirusChecksTask extends PeriodicTask {
  readonly task = 'rebook-virus-checks';
  readonly everySeconds = 5 * 60;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly scanner: VirusScanner,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(): Promise<void> {
    const asked = { hasScanner: this.scanner.isConfigured, now: this.clock.now() };
    const ids = await this.unitOfWork.run((tx) => forgottenVirusChecks(tx, asked));
    for (const subjectId of ids) {
      await this.unitOfWork.run((tx) =>
        this.outbox.enqueue(tx, { type: 'evidence.paper-stored', subjectId }),
      );
    }
  }
}
