import { Module } from '@nestjs/common';
import { ApplicationsModule } from './applications/applications.module.js';
import { CaseNotesModule } from './case-notes/case-notes.module.js';
import { ConflictsOfInterestModule } from './conflicts-of-interest/conflicts-of-interest.module.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { DecisionReviewsModule } from './decision-reviews/decision-reviews.module.js';
import { EvidenceRequestsModule } from './evidence-requests/evidence-requests.module.js';
import { EvidenceRowsModule } from './evidence/evidence-rows.module.js';
import { HoldsModule } from './holds/holds.module.js';
import { LettersModule } from './letters/letters.module.js';
import { PaymentRequestsModule } from './payment-requests/payment-requests.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import { PermitsModule } from './permits/permits.module.js';
import { WordingModule } from './wording/wording.module.js';
import { QualityChecksModule } from './quality-checks/quality-checks.module.js';
import { RefundExceptionsModule } from './refund-exceptions/refund-exceptions.module.js';
import { TimelineModule } from './timeline/timeline.module.js';
import { VehicleRegisterModule } from './vehicle-register/vehicle-register.module.js';

/** The tables of every record: web and worker know them all. */
@Module({
  imports: [
    ApplicationsModule,
    CaseNotesModule,
    ConflictsOfInterestModule,
    DecisionsModule,
    DecisionReviewsModule,
    EvidenceRequestsModule,
    EvidenceRowsModule,
    HoldsModule,
    LettersModule,
    PaymentRequestsModule,
    PaymentsModule,
    PermitsModule,
    QualityChecksModule,
    RefundExceptionsModule,
    TimelineModule,
    VehicleRegisterModule,
    WordingModule,
  ],
})
export class RecordsModule {}
