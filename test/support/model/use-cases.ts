import { ApproveApplication } from '../../../src/approval/approve-application.js';
import { AskForEvidence } from '../../../src/ask-again/ask-for-evidence.js';
import { RejectInBulkJob } from '../../../src/bulk-rejection/reject-in-bulk.job.js';
import { RejectOneOfMany } from '../../../src/bulk-rejection/reject-one-of-many.js';
import { StartBulkRejection } from '../../../src/bulk-rejection/start-bulk-rejection.js';
import { WorkInBulk } from '../../../src/bulk-work/work-in-bulk.js';
import { WriteNote } from '../../../src/case-notes/write-note.js';
import { ClaimCase } from '../../../src/claims/claim-case.js';
import { TakeOverCase } from '../../../src/claims/take-over-case.js';
import { AnswerEvidenceRequest } from '../../../src/evidence-answers/answer-evidence-request.js';
import { StoreSentFiles } from '../../../src/evidence-answers/store-sent-files.js';
import { ConcludeVirusCheck } from '../../../src/evidence/conclude-virus-check.js';
import { PaperFiles } from '../../../src/evidence/paper-files.js';
import { AnswerException } from '../../../src/exception-desk/answer-exception.js';
import { RequestException } from '../../../src/exception-desk/request-exception.js';
import { TakeBackException } from '../../../src/exception-desk/take-back-exception.js';
import { IntakePorts } from '../../../src/intake/intake-ports.js';
import { ReceiveApplication } from '../../../src/intake/receive-application.js';
import { ReopenRejection } from '../../../src/overturn/reopen-rejection.js';
import { AskForPayment } from '../../../src/payment-again/ask-for-payment.js';
import { BeginPayment } from '../../../src/payment-again/begin-payment.js';
import { Database, type UnitOfWork } from '../../../src/platform/database/transaction.js';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { PutOnHold } from '../../../src/put-on-hold/put-on-hold.js';
import { RejectApplication } from '../../../src/rejection/reject-application.js';
import { CheckPaper } from '../../../src/review/check-paper.js';
import { CorrectRegistration } from '../../../src/review/correct-registration.js';
import { OpenReview } from '../../../src/reviews-of-decision/open-review.js';
import { SettleReview } from '../../../src/reviews-of-decision/settle-review.js';
import { SettleSecondLook } from '../../../src/second-looks/settle-second-look.js';
import { WithdrawApplication } from '../../../src/withdrawal/withdraw-application.js';
import type { TestApplication } from '../test-application.js';

export type UseCases = ReturnType<typeof useCasesOf>;

/** Every use case of a case, as the application wires it, over this unit of work. */
export function useCasesOf({ app, clock, settings }: TestApplication, unitOfWork: UnitOfWork) {
  const outbox = app.get(Outbox);
  const paperFiles = app.get(PaperFiles);
  const all = [unitOfWork, outbox, clock, settings] as const;
  return {
    ...{ unitOfWork, paperFiles },
    receive: new ReceiveApplication(unitOfWork, app.get(Database), app.get(IntakePorts)),
    virus: new ConcludeVirusCheck(unitOfWork, app.get(FileStore), clock),
    claims: new ClaimCase(unitOfWork, clock, settings),
    takeOver: new TakeOverCase(unitOfWork, clock, settings),
    hold: new PutOnHold(unitOfWork, clock),
    note: new WriteNote(unitOfWork, clock),
    check: new CheckPaper(unitOfWork, clock),
    correct: new CorrectRegistration(unitOfWork, outbox, clock),
    ask: new AskForEvidence(...all),
    answer: new AnswerEvidenceRequest(unitOfWork, app.get(StoreSentFiles), paperFiles, clock),
    approve: new ApproveApplication(...all),
    reject: new RejectApplication(...all),
    withdraw: new WithdrawApplication(...all),
    look: new SettleSecondLook(unitOfWork, outbox, clock),
    reopen: new ReopenRejection(...all),
    openReview: new OpenReview(...all),
    settleReview: new SettleReview(...all),
    bulk: new WorkInBulk(unitOfWork, clock, settings),
    askException: new RequestException(unitOfWork, outbox, clock, paperFiles),
    answerException: new AnswerException(...all),
    takeBack: new TakeBackException(unitOfWork, clock),
    askPayment: new AskForPayment(...all),
    beginPayment: new BeginPayment(unitOfWork, outbox, clock),
    rejectMany: new StartBulkRejection(unitOfWork, outbox, clock),
    rejectInBulk: new RejectInBulkJob(new RejectOneOfMany(...all), app.get(Database), settings),
  };
}
