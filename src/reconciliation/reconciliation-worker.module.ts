import { Module } from '@nestjs/common';
import { PaymentsWorkerModule } from '../payments/payments-worker.module.js';
import { ComparePayments } from './compare-payments.js';
import { ReconcileDaily } from './reconcile-daily.task.js';
import { ReadAgain } from './read-again.js';
import { ReadProviderList } from './read-provider-list.js';
import { ReadRefundList } from './read-refund-list.js';
import { RecheckDifferences } from './recheck-differences.js';
import { ReconcilePaymentsJob } from './reconcile-payments.job.js';
import { ReconciliationSteps } from './reconciliation-steps.js';
import { StartReconciliation } from './start-reconciliation.js';
import { WatchReconciliation } from './watch-reconciliation.task.js';

/** For the worker process. */
@Module({
  imports: [PaymentsWorkerModule],
  providers: [
    ComparePayments,
    ReadAgain,
    ReadProviderList,
    ReadRefundList,
    RecheckDifferences,
    ReconcilePaymentsJob,
    ReconciliationSteps,
    ReconcileDaily,
    StartReconciliation,
    WatchReconciliation,
  ],
  exports: [ReconcilePaymentsJob, ReconcileDaily, WatchReconciliation],
})
export class ReconciliationWorkerModule {}
