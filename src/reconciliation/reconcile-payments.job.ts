import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { ComparePayments } from './compare-payments.js';
import { ReadProviderList } from './read-provider-list.js';
import { ReadRefundList } from './read-refund-list.js';
import { RecheckDifferences } from './recheck-differences.js';
import { findRun, type Run } from '../payment-comparisons/reconciliation-runs.queries.js';

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
    private readonly readProviderList: ReadProviderList,
    private readonly readRefundList: ReadRefundList,
    private readonly comparePayments: ComparePayments,
    private readonly recheckDifferences: RecheckDifferences,
  ) {
    super();
  }

  override async run(runId: string): Promise<JobOutcome> {
    for (let n = 0; n < STEPS_AT_ONCE; n += 1) {
      const run = await findRun(this.database.reader, runId);
      if (!run || run.endedAt) return DONE;
      await this.goOn(run);
    }
    return { done: false, againAt: new Date(), because: 'There is more to compare.' };
  }

  override gaveUp(runId: string, problem: string): Promise<void> {
    return this.readProviderList.fail(runId, `${problem}.`);
  }

  private async goOn(run: Run): Promise<void> {
    switch (run.step) {
      case 'reading':
        return this.readProviderList.readPage(run);
      case 'missing':
        return this.comparePayments.lookForMissing(run);
      case 'duplicates':
        return this.comparePayments.lookForDuplicates(run);
      case 'refunds':
        return this.readRefundList.readPage(run);
      case 'rechecking':
        return this.recheckDifferences.nextBatch(run);
      case 'comparing':
        return this.comparePayments.compareBatch(run);
      case 'done':
      case 'failed':
        return;
    }
  }
}
