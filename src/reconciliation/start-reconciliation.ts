import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { Period } from '../payment-comparisons/period.rules.js';
import { insertRun } from '../payment-comparisons/reconciliation-runs.store.js';

interface Wanted extends Period {
  /** The id of the form, so that pressing twice is one comparison. */
  id: string;
  /** Null for the daily one. */
  askedBy: string | null;
}

/** Writes down that a period is to be compared; a job does it. */
@Injectable()
export class StartReconciliation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(wanted: Wanted): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await insertRun(tx, { ...wanted, startedAt: this.clock.now() }))) return;
      await this.outbox.enqueue(tx, { type: 'reconciliation.asked', subjectId: wanted.id });
    });
  }
}
