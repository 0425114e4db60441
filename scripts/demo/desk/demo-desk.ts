import { Global, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiClientsModule } from '../../../src/api-clients/api-clients.module.js';
import { ApproveApplication } from '../../../src/approval/approve-application.js';
import { AskAgainWorkerModule } from '../../../src/ask-again/ask-again-worker.module.js';
import { AskForEvidence } from '../../../src/ask-again/ask-for-evidence.js';
import { LapseEvidenceRequestJob } from '../../../src/ask-again/lapse-evidence-request.job.js';
import { RemindOfEvidenceJob } from '../../../src/ask-again/remind-of-evidence.job.js';
import { WriteNote } from '../../../src/case-notes/write-note.js';
import { ClaimCase } from '../../../src/claims/claim-case.js';
import { TakeOverCase } from '../../../src/claims/take-over-case.js';
import { DeclareInterest } from '../../../src/declared-relations/declare-interest.js';
import { RequestException } from '../../../src/exception-desk/request-exception.js';
import { EvidenceWorkerModule } from '../../../src/evidence/evidence-worker.module.js';
import { ScanPaperJob } from '../../../src/evidence/scan-paper.job.js';
import { AnswerEvidenceRequest } from '../../../src/evidence-answers/answer-evidence-request.js';
import { StoreSentFiles } from '../../../src/evidence-answers/store-sent-files.js';
import { TakeAnswer } from '../../../src/evidence-answers/take-answer.js';
import { IntakePorts } from '../../../src/intake/intake-ports.js';
import { ReceiveApplication } from '../../../src/intake/receive-application.js';
import { FollowLetterJob } from '../../../src/notifications/follow-letter.job.js';
import { NotificationsWorkerModule } from '../../../src/notifications/notifications-worker.module.js';
import { SendLetterJob } from '../../../src/notifications/send-letter.job.js';
import {
  CapturePaymentJob,
  RefundPaymentJob,
  ReleasePaymentJob,
} from '../../../src/payments/payment-command.job.js';
import { PaymentsWorkerModule } from '../../../src/payments/payments-worker.module.js';
import { ReopenRejection } from '../../../src/overturn/reopen-rejection.js';
import { ReadPaymentJob } from '../../../src/payments/read-payment.job.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { DatabaseModule } from '../../../src/platform/database/database.module.js';
import { Database, type Reader, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { FilesModule } from '../../../src/platform/files/files.module.js';
import { JOB_HANDLERS, type JobHandler } from '../../../src/platform/outbox/job-handler.js';
import { DatabaseOutbox, Outbox } from '../../../src/platform/outbox/outbox.js';
import { RunOutboxJob } from '../../../src/platform/outbox/run-outbox-job.js';
import { WebModule } from '../../../src/platform/web/web.module.js';
import { PutOnHold } from '../../../src/put-on-hold/put-on-hold.js';
import { SaveView } from '../../../src/queue/save-view.js';
import { RecordsModule } from '../../../src/records.module.js';
import { BurnPage } from '../../../src/redaction/burn-page.js';
import { RedactPage } from '../../../src/redaction/redact-page.js';
import { RejectApplication } from '../../../src/rejection/reject-application.js';
import { CheckPaper } from '../../../src/review/check-paper.js';
import { LookAtPaper } from '../../../src/review/look-at-paper.js';
import { OpenReview } from '../../../src/reviews-of-decision/open-review.js';
import { StaffAccount } from '../../../src/staff/staff-account.entity.js';
import { subscriptions } from '../../../src/subscriptions.js';
import { KeepTeams } from '../../../src/team-settings/keep-teams.js';
import { AskVehicleRegisterJob } from '../../../src/vehicle-register/ask-vehicle-register.job.js';
import { VehicleRegisterWorkerModule } from '../../../src/vehicle-register/vehicle-register-worker.module.js';
import { WithdrawApplication } from '../../../src/withdrawal/withdraw-application.js';
import { type SandboxControl, sandboxControl } from '../../../sandbox/control/sandbox-control.js';
import { DemoClock } from './demo-clock.js';

const JOBS: Type<JobHandler>[] = [
  ReadPaymentJob,
  AskVehicleRegisterJob,
  CapturePaymentJob,
  ReleasePaymentJob,
  RefundPaymentJob,
  SendLetterJob,
  FollowLetterJob,
  RemindOfEvidenceJob,
  LapseEvidenceRequestJob,
  ScanPaperJob,
];

/** The use cases that the demonstration goes through: the very ones behind the pages and the API. */
const USE_CASES = [
  ReceiveApplication,
  ClaimCase,
  LookAtPaper,
  CheckPaper,
  ApproveApplication,
  RejectApplication,
  WithdrawApplication,
  AskForEvidence,
  TakeAnswer,
  WriteNote,
  PutOnHold,
  TakeOverCase,
  RedactPage,
  ReopenRejection,
  OpenReview,
  RequestException,
  KeepTeams,
  SaveView,
  DeclareInterest,
] as const;

@Global()
@Module({})
class DemoPlatform {
  static with(settings: Settings, clock: DemoClock) {
    return {
      module: DemoPlatform,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: Outbox, useValue: new DatabaseOutbox(subscriptions) },
      ],
      exports: [Settings, Clock, Outbox],
    };
  }
}

@Module({
  imports: [
    DatabaseModule,
    FilesModule,
    WebModule,
    RecordsModule,
    ApiClientsModule,
    AskAgainWorkerModule,
    EvidenceWorkerModule,
    NotificationsWorkerModule,
    PaymentsWorkerModule,
    VehicleRegisterWorkerModule,
    TypeOrmModule.forFeature([StaffAccount]),
  ],
  providers: [
    IntakePorts,
    StoreSentFiles,
    AnswerEvidenceRequest,
    BurnPage,
    ...USE_CASES,
    {
      provide: JOB_HANDLERS,
      inject: JOBS,
      useFactory: (...built: JobHandler[]) => built,
    },
    RunOutboxJob,
  ],
})
class DemoDeskModule {}

/** The application without its pages, on a clock of its own. */
export interface DemoDesk {
  settings: Settings;
  clock: DemoClock;
  unitOfWork: UnitOfWork;
  reader: Reader;
  sandbox: SandboxControl;
  jobs: RunOutboxJob;
  use: <T>(useCase: Type<T>) => T;
  close: () => Promise<void>;
}

/** @param sandboxUrl where the stand-ins for payments and messages are steered */
export async function openDesk(settings: Settings, sandboxUrl: string): Promise<DemoDesk> {
  const clock = new DemoClock();
  @Module({ imports: [DemoPlatform.with(settings, clock), DemoDeskModule] })
  class Whole {}
  const context = await NestFactory.createApplicationContext(Whole, {
    abortOnError: false,
    logger: ['error', 'warn'],
  });
  return {
    settings,
    clock,
    unitOfWork: context.get(UnitOfWork, { strict: false }),
    reader: context.get(Database, { strict: false }).reader,
    sandbox: sandboxControl(sandboxUrl),
    jobs: context.get(RunOutboxJob, { strict: false }),
    use: (useCase) => context.get(useCase, { strict: false }),
    close: () => context.close(),
  };
}
