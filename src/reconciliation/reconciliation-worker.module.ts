import { Module } from '@nestjs/common';
import { PaymentsWorkerModule } from '../payments/payments-worker.module.js';
import { ComparePayments } from './compare-payments.js';
import { ReconcileDaily } from './reconcile-daily.task.js';
import { ReadProviderList } from './read-provider-list.js';
import { ReconcilePaymentsJob } from './reconcile-payments.job.js';
import { StartReconciliation } from './start-reconciliation.js';

/** For the worker process. */
@Module({
  imports: [PaymentsWorkerModule],
  providers: [
    ComparePayments,
    ReadProviderList,
    ReconcilePaymentsJob,
    ReconcileDaily,
    StartReconciliation,
  ],
  exports: [ReconcilePaymentsJob, ReconcileDaily],
})
export class ReconciliationWorkerModule {}
