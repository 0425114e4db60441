import { Injectable } from '@nestjs/common';
import type { Run } from '../payment-comparisons/reconciliation-runs.queries.js';
import { ComparePayments } from './compare-payments.js';
import { ReadProviderList } from './read-provider-list.js';
import { ReadRefundList } from './read-refund-list.js';
import { RecheckDifferences } from './recheck-differences.js';

/** What a comparison does at each of its steps; it says itself when it goes on to the next. */
@Injectable()
export class ReconciliationSteps {
  constructor(
    private readonly readProviderList: ReadProviderList,
    private readonly readRefundList: ReadRefundList,
    private readonly comparePayments: ComparePayments,
    private readonly recheckDifferences: RecheckDifferences,
  ) {}

  async goOn(run: Run): Promise<void> {
    switch (run.step) {
      case 'reading':
        return this.readProviderList.readPage(run);
      case 'missing':
        return this.comparePayments.lookForMissing(run);
      case 'duplicates':
        return this.comparePayments.lookForDuplicates(run);
      case 'refunds':
        return this.readRefundList.readPage(run);
      case 'comparing':
        return this.comparePayments.compareBatch(run);
      case 'rechecking':
        return this.recheckDifferences.nextBatch(run);
      case 'done':
      case 'failed':
        return;
    }
  }

  fail(runId: string, problem: string): Promise<void> {
    return this.readProviderList.fail(runId, problem);
  }
}
