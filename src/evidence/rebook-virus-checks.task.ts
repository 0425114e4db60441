import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { forgottenVirusChecks } from './virus-checks.store.js';

/** No paper waits for ever: one whose check was given up is booked for another. */
@Injectable()
export class RebookVirusChecksTask extends PeriodicTask {
  readonly task = 'rebook-virus-checks';
  readonly everySeconds = 5 * 60;

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  override async run(): Promise<void> {
    for (const subjectId of await forgottenVirusChecks(this.database.reader)) {
      await this.unitOfWork.run((tx) =>
        this.outbox.enqueue(tx, { type: 'evidence.paper-stored', subjectId }),
      );
    }
  }
}
