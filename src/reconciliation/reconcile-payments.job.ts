import { Injectable } from '@nestjs/common';
import { findRun } from '../payment-comparisons/reconciliation-runs.queries.js';
import { Database } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { ReconciliationSteps } from './reconciliation-steps.js';

/** So long at a time; then others have their turn. */
const STEPS_AT_ONCE = 50;

/** Carries out one comparison, step by step; each ends in a transaction, so it may die anywhere. */
@Injectable()
export class ReconcilePaymentsJob extends JobHandler {
  override readonly job = 'reconcile-payments';
  override readonly queue = 'housekeeping';
  override readonly attempts = 20;

  constructor(
    private readonly database: Database,
    private readonly steps: ReconciliationSteps,
  ) {
    super();
  }

  override async run(runId: string): Promise<JobOutcome> {
    for (let n = 0; n < STEPS_AT_ONCE; n += 1) {
      const run = await findRun(this.database.reader, runId);
      if (!run || run.endedAt) return DONE;
      await this.steps.goOn(run);
    }
    return { done: false, againAt: new Date(), because: 'There is more to compare.' };
  }

  override gaveUp(runId: string, problem: string): Promise<void> {
    return this.steps.fail(runId, `${problem}.`);
  }
}
