import { Module } from '@nestjs/common';
import { AdministrationModule } from './administration/administration.module.js';
import { PolicyDeskModule } from './policy-desk/policy-desk.module.js';
import { WordingDeskModule } from './wording-desk/wording-desk.module.js';
import { ApprovalModule } from './approval/approval.module.js';
import { AskAgainModule } from './ask-again/ask-again.module.js';
import { NoteWritingModule } from './case-notes/note-writing.module.js';
import { ClaimsModule } from './claims/claims.module.js';
import { CasePageModule } from './case-page/case-page.module.js';
import { ConflictGuardingModule } from './conflicts-of-interest/conflict-guarding.module.js';
import { DeclaredRelationsModule } from './declared-relations/declared-relations.module.js';
import { DecisionPageModule } from './decision-page/decision-page.module.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { EvidenceFilesModule } from './evidence-files/evidence-files.module.js';
import { ExceptionDeskModule } from './exception-desk/exception-desk.module.js';
import { FoundationModule } from './foundation.module.js';
import { HouseholdPagesModule } from './household-ledger/household-pages.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { EvidenceAnswersModule } from './evidence-answers/evidence-answers.module.js';
import { navigation } from './navigation.js';
import { HealthModule } from './platform/health/health.module.js';
import { QueuePagesModule } from './queue/queue-pages.module.js';
import { MySettingsModule } from './my-settings/my-settings.module.js';
import { ShortcutsModule } from './shortcuts/shortcuts.module.js';
import { MyWorkModule } from './my-work/my-work.module.js';
import { LettersShownModule } from './letters-shown/letters-shown.module.js';
import { PaymentNoticesModule } from './payment-notices/payment-notices.module.js';
import { CaseMoneyModule } from './case-money/case-money.module.js';
import { FinanceExportModule } from './finance-export/finance-export.module.js';
import { RefundsBoardModule } from './refunds-board/refunds-board.module.js';
import { ResidentViewModule } from './resident-view/resident-view.module.js';
import { AuditorLooksModule } from './auditor-looks/auditor-looks.module.js';
import { BulkWorkModule } from './bulk-work/bulk-work.module.js';
import { PaymentAgainModule } from './payment-again/payment-again.module.js';
import { BulkRejectionModule } from './bulk-rejection/bulk-rejection.module.js';
import { PutOnHoldModule } from './put-on-hold/put-on-hold.module.js';
import { RejectionModule } from './rejection/rejection.module.js';
import { RedactionModule } from './redaction/redaction.module.js';
import { ReviewModule } from './review/review.module.js';
import { SearchModule } from './search/search.module.js';
import { TeamSettingsModule } from './team-settings/team-settings.module.js';
import { OverturnModule } from './overturn/overturn.module.js';
import { ReviewsOfDecisionModule } from './reviews-of-decision/reviews-of-decision.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { SecondLooksModule } from './second-looks/second-looks.module.js';
import { ScannerPageModule } from './scanner-page/scanner-page.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { StaffModule } from './staff/staff.module.js';
import { VehicleRegisterPagesModule } from './vehicle-register/vehicle-register-pages.module.js';
import { WithdrawalModule } from './withdrawal/withdrawal.module.js';

/** The web process: one line for each feature that has pages. */
@Module({
  imports: [
    FoundationModule,
    StaffModule.withNavigation(navigation),
    HealthModule,
    ConflictGuardingModule,
    DeclaredRelationsModule,
    AuditorLooksModule,
    HouseholdPagesModule,
    SignInModule,
    IntakeModule,
    ClaimsModule,
    DraftsModule,
    PutOnHoldModule,
    BulkWorkModule,
    BulkRejectionModule,
    TeamSettingsModule,
    NoteWritingModule,
    CasePageModule,
    QueuePagesModule,
    SearchModule,
    MyWorkModule,
    ShortcutsModule,
    MySettingsModule,
    LettersShownModule,
    PaymentNoticesModule,
    CaseMoneyModule,
    RefundsBoardModule,
    FinanceExportModule,
    ResidentViewModule,
    ExceptionDeskModule,
    RejectionModule,
    AskAgainModule,
    PaymentAgainModule,
    EvidenceAnswersModule,
    ApprovalModule,
    AdministrationModule,
    WordingDeskModule,
    PolicyDeskModule,
    WithdrawalModule,
    DecisionPageModule,
    OverturnModule,
    ReconciliationModule,
    SecondLooksModule,
    ReviewsOfDecisionModule,
    ReviewModule,
    ScannerPageModule,
    VehicleRegisterPagesModule,
    EvidenceFilesModule,
    RedactionModule,
  ],
})
export class AppModule {}
