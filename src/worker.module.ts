import { Module } from '@nestjs/common';
import { AskAgainWorkerModule } from './ask-again/ask-again-worker.module.js';
import { LapseEvidenceRequestJob } from './ask-again/lapse-evidence-request.job.js';
import { RemindOfEvidenceJob } from './ask-again/remind-of-evidence.job.js';
import { BulkRejectionWorkerModule } from './bulk-rejection/bulk-rejection-worker.module.js';
import { RejectInBulkJob } from './bulk-rejection/reject-in-bulk.job.js';
import { DraftsWorkerModule } from './drafts/drafts-worker.module.js';
import { ForgetDrafts } from './drafts/forget-drafts.task.js';
import { EvidenceWorkerModule } from './evidence/evidence-worker.module.js';
import { ScanPaperJob } from './evidence/scan-paper.job.js';
import { RebookVirusChecksTask } from './evidence/rebook-virus-checks.task.js';
import { SweepFilesTask } from './evidence/sweep-files.task.js';
import { TestScannerTask } from './evidence/test-scanner.task.js';
import { ExceptionDeskWorkerModule } from './exception-desk/exception-desk-worker.module.js';
import { LapseExceptionJob } from './exception-desk/lapse-exception.job.js';
import { FoundationModule } from './foundation.module.js';
import { FollowLetterJob } from './notifications/follow-letter.job.js';
import { NotificationsWorkerModule } from './notifications/notifications-worker.module.js';
import { SendLetterJob } from './notifications/send-letter.job.js';
import { ForgetNoticesTask } from './payment-notices/forget-notices.task.js';
import { MatchOrphansTask } from './payment-notices/match-orphans.task.js';
import { PaymentNoticesWorkerModule } from './payment-notices/payment-notices-worker.module.js';
import {
  CapturePaymentJob,
  RefundPaymentJob,
  ReleasePaymentJob,
} from './payments/payment-command.job.js';
import { LedgerWorkerModule } from './ledger/ledger-worker.module.js';
import { VerifyLedger } from './ledger/verify-ledger.task.js';
import { MindMoney } from './payments/mind-money.task.js';
import { PaymentsWorkerModule } from './payments/payments-worker.module.js';
import { ReadPaymentJob } from './payments/read-payment.job.js';
import { AskVehicleRegisterJob } from './vehicle-register/ask-vehicle-register.job.js';
import { ForgetRegisterAnswers } from './vehicle-register/forget-register-answers.task.js';
import { VehicleRegisterWorkerModule } from './vehicle-register/vehicle-register-worker.module.js';
import { AnchorAuditTrail } from './platform/audit-trail/anchor-audit-trail.task.js';
import { AuditTrailModule } from './platform/audit-trail/audit-trail.module.js';
import { SealAuditTrail } from './platform/audit-trail/seal-audit-trail.task.js';
import { PeriodicModule } from './platform/periodic/periodic.module.js';
import { QueueModule } from './platform/queue/queue.module.js';
import { ForgetSearches } from './search/forget-searches.task.js';
import { SearchWorkerModule } from './search/search-worker.module.js';
import { ReconcileDaily } from './reconciliation/reconcile-daily.task.js';
import { ReconcilePaymentsJob } from './reconciliation/reconcile-payments.job.js';
import { ReconciliationWorkerModule } from './reconciliation/reconciliation-worker.module.js';
import { WatchReconciliation } from './reconciliation/watch-reconciliation.task.js';
import { LapseSecondLookJob } from './second-looks/lapse-second-look.job.js';
import { FollowHoldsTask } from './hold-endings/follow-holds.task.js';
import { HoldEndingsWorkerModule } from './hold-endings/hold-endings-worker.module.js';
import { FollowPaymentTryJob } from './payment-again/follow-payment-try.job.js';
import { LapsePaymentRequestJob } from './payment-again/lapse-payment-request.job.js';
import { OpenCardPageJob } from './payment-again/open-card-page.job.js';
import { PaymentAgainWorkerModule } from './payment-again/payment-again-worker.module.js';
import { SecondLooksWorkerModule } from './second-looks/second-looks-worker.module.js';
import { sealedTables } from './sealed-tables.js';

/** The worker process: one line for each feature that has jobs, and one for each job. */
@Module({
  imports: [
    FoundationModule,
    PeriodicModule.running({
      imports: [
        AuditTrailModule.sealing(sealedTables),
        DraftsWorkerModule,
        EvidenceWorkerModule,
        HoldEndingsWorkerModule,
        LedgerWorkerModule,
        PaymentsWorkerModule,
        PaymentNoticesWorkerModule,
        ReconciliationWorkerModule,
        SearchWorkerModule,
        VehicleRegisterWorkerModule,
      ],
      tasks: [
        SealAuditTrail,
        AnchorAuditTrail,
        MindMoney,
        VerifyLedger,
        RebookVirusChecksTask,
        SweepFilesTask,
        TestScannerTask,
        ForgetRegisterAnswers,
        ForgetDrafts,
        ForgetSearches,
        FollowHoldsTask,
        ForgetNoticesTask,
        MatchOrphansTask,
        ReconcileDaily,
        WatchReconciliation,
      ],
    }),
    QueueModule.running({
      imports: [
        AskAgainWorkerModule,
        BulkRejectionWorkerModule,
        ExceptionDeskWorkerModule,
        EvidenceWorkerModule,
        NotificationsWorkerModule,
        PaymentAgainWorkerModule,
        PaymentsWorkerModule,
        VehicleRegisterWorkerModule,
        ReconciliationWorkerModule,
        SecondLooksWorkerModule,
      ],
      jobs: [
        CapturePaymentJob,
        ReleasePaymentJob,
        RefundPaymentJob,
        ReadPaymentJob,
        OpenCardPageJob,
        FollowPaymentTryJob,
        LapsePaymentRequestJob,
        AskVehicleRegisterJob,
        SendLetterJob,
        FollowLetterJob,
        RemindOfEvidenceJob,
        LapseEvidenceRequestJob,
        LapseSecondLookJob,
        LapseExceptionJob,
        RejectInBulkJob,
        ReconcilePaymentsJob,
        ScanPaperJob,
      ],
    }),
  ],
})
export class WorkerModule {}
