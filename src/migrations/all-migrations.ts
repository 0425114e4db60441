import { CreateStaffAccounts1763600000010 } from './1763600000010-create-staff-accounts.js';
import { CreateStaffSessions1763600000020 } from './1763600000020-create-staff-sessions.js';
import { CreateTrustedBrowsers1763600000030 } from './1763600000030-create-trusted-browsers.js';
import { CreateApiClients1763600000040 } from './1763600000040-create-api-clients.js';
import { CreatePermitTypes1763600000050 } from './1763600000050-create-permit-types.js';
import { CreatePermitPrices1763600000060 } from './1763600000060-create-permit-prices.js';
import { CreatePermitEvidenceNeeds1763600000070 } from './1763600000070-create-permit-evidence-needs.js';
import { CreateZones1763600000080 } from './1763600000080-create-zones.js';
import { CreateProperties1763600000090 } from './1763600000090-create-properties.js';
import { CreatePropertyZones1763600000100 } from './1763600000100-create-property-zones.js';
import { CreateApplications1763600000110 } from './1763600000110-create-applications.js';
import { CreateEvidencePapers1763600000120 } from './1763600000120-create-evidence-papers.js';
import { CreateEvidencePages1763600000130 } from './1763600000130-create-evidence-pages.js';
import { CreatePaperChecks1763600000140 } from './1763600000140-create-paper-checks.js';
import { CreateEvidenceRequests1763600000150 } from './1763600000150-create-evidence-requests.js';
import { CreateDecisions1763600000160 } from './1763600000160-create-decisions.js';
import { CreatePayments1763600000170 } from './1763600000170-create-payments.js';
import { CreatePaymentCommands1763600000180 } from './1763600000180-create-payment-commands.js';
import { CreateLetters1763600000190 } from './1763600000190-create-letters.js';
import { CreatePermits1763600000200 } from './1763600000200-create-permits.js';
import { CreatePermitZones1763600000210 } from './1763600000210-create-permit-zones.js';
import { CreatePermitVehicles1763600000220 } from './1763600000220-create-permit-vehicles.js';
import { CreatePropertySlots1763600000230 } from './1763600000230-create-property-slots.js';
import { CreateTimelineEvents1763600000240 } from './1763600000240-create-timeline-events.js';
import { CreateCaseNotes1763600000250 } from './1763600000250-create-case-notes.js';
import { CreateOutboxJobs1763600000260 } from './1763600000260-create-outbox-jobs.js';
import { AddPropertySlotRenewals1763600001010 } from './1763600001010-add-property-slot-renewals.js';
import { SetFirstPermitTypes1763600001020 } from './1763600001020-set-first-permit-types.js';
import { SetFirstPermitPrices1763600001030 } from './1763600001030-set-first-permit-prices.js';
import { SetFirstEvidenceNeeds1763600001040 } from './1763600001040-set-first-evidence-needs.js';
import { SetFirstZones1763600001050 } from './1763600001050-set-first-zones.js';
import { CreateSignInGuesses1763600000270 } from './1763600000270-create-sign-in-guesses.js';
import { AddDecisionRounds1763640005010 } from './1763640005010-add-decision-rounds.js';
import { AddApplicationRound1763640005020 } from './1763640005020-add-application-round.js';
import { CreateDecisionReopenings1763640005030 } from './1763640005030-create-decision-reopenings.js';
import { CreateQualityChecks1763640005040 } from './1763640005040-create-quality-checks.js';
import { CreateQualityShares1763640005050 } from './1763640005050-create-quality-shares.js';
import { CreateDecisionReviews1763640005060 } from './1763640005060-create-decision-reviews.js';
import { CreateAuditSeals1763640009020 } from './1763640009020-create-audit-seals.js';
import { CreateAuditAnchors1763640009030 } from './1763640009030-create-audit-anchors.js';
import { CreateAuditWatermarks1763640009040 } from './1763640009040-create-audit-watermarks.js';
import { AddVirusCheckToEvidencePapers1763640001010 } from './1763640001010-add-virus-check-to-evidence-papers.js';
import { CreateVirusScannerState1763640001020 } from './1763640001020-create-virus-scanner-state.js';
import { CreateEvidenceDeliveries1763640002010 } from './1763640002010-create-evidence-deliveries.js';
import { CreateEvidenceRedactions1763640002020 } from './1763640002020-create-evidence-redactions.js';
import { CreatePeriodicTurns1763640009010 } from './1763640009010-create-periodic-turns.js';
import { SetJustBoughtEvidenceNeeds1763640003020 } from './1763640003020-set-just-bought-evidence-needs.js';
import { CreateVehicleRegisterChecks1763640003010 } from './1763640003010-create-vehicle-register-checks.js';
import { CreatePropertyImportRows1763600001060 } from './1763600001060-create-property-import-rows.js';
import { AddClaimLease1763640006010 } from './1763640006010-add-claim-lease.js';
import { EndRunningClaims1763640006020 } from './1763640006020-end-running-claims.js';
import { CreateCasePresence1763640006030 } from './1763640006030-create-case-presence.js';
import { CreateSearchTerms1763640007010 } from './1763640007010-create-search-terms.js';
import { FillSearchTerms1763640007020 } from './1763640007020-fill-search-terms.js';
import { CreateSearches1763640007030 } from './1763640007030-create-searches.js';
import { CreateSearchEvents1763640007040 } from './1763640007040-create-search-events.js';
import { CreateDeclaredInterests1763640004010 } from './1763640004010-create-declared-interests.js';
import { CreateConflictRefusals1763640004020 } from './1763640004020-create-conflict-refusals.js';
import { AddApplicationMatchKeys1763640004030 } from './1763640004030-add-application-match-keys.js';
import { AddPermitVehicleWeakKey1763640004040 } from './1763640004040-add-permit-vehicle-weak-key.js';
import { CreatePolicyStamp1763640008010 } from './1763640008010-create-policy-stamp.js';
import { SetFirstPolicyStamp1763640008020 } from './1763640008020-set-first-policy-stamp.js';
import { CreateWordingVersions1763640008030 } from './1763640008030-create-wording-versions.js';
import { CreatePolicySettings1763640008060 } from './1763640008060-create-policy-settings.js';
import { SetFirstPolicySettings1763640008070 } from './1763640008070-set-first-policy-settings.js';
import { CreateBankHolidays1763640008080 } from './1763640008080-create-bank-holidays.js';
import { SetFirstBankHolidays1763640008090 } from './1763640008090-set-first-bank-holidays.js';
import { SetFirstReviewSettings1763640008110 } from './1763640008110-set-first-review-settings.js';
import { CreatePolicyChanges1763640008100 } from './1763640008100-create-policy-changes.js';
import { SetFirstReasonWordings1763640008050 } from './1763640008050-set-first-reason-wordings.js';
import { SetFirstLetterWordings1763640008040 } from './1763640008040-set-first-letter-wordings.js';
import { CreateNoteMentions1763640006040 } from './1763640006040-create-note-mentions.js';
import { CreateCaseHolds1763640006050 } from './1763640006050-create-case-holds.js';
import { AddQueueOrders1763640007050 } from './1763640007050-add-queue-orders.js';
import { CreateBulkRuns1763640006060 } from './1763640006060-create-bulk-runs.js';
import { CreateBulkRunCases1763640006070 } from './1763640006070-create-bulk-run-cases.js';
import { CreateTeams1763640006080 } from './1763640006080-create-teams.js';
import { CreateTeamMembers1763640006090 } from './1763640006090-create-team-members.js';
import { CreateNextCaseChoices1763640006100 } from './1763640006100-create-next-case-choices.js';
import { CreateSavedViews1763640007060 } from './1763640007060-create-saved-views.js';
import { AddOnHoldOrder1763640007070 } from './1763640007070-add-on-hold-order.js';
import { CreateDrafts1763640010010 } from './1763640010010-create-drafts.js';
import { CreateStaffShortcuts1763640010020 } from './1763640010020-create-staff-shortcuts.js';
import { AddPaymentCaptures1763640013010 } from './1763640013010-add-payment-captures.js';
import { FillPaymentCaptures1763640013020 } from './1763640013020-fill-payment-captures.js';
import { BoundPaymentReturns1763640013030 } from './1763640013030-bound-payment-returns.js';
import { LetPaymentsFollowEachOther1763640013040 } from './1763640013040-let-payments-follow-each-other.js';
import { AddPaymentCommandCauses1763640013050 } from './1763640013050-add-payment-command-causes.js';
import { FillPaymentCommandCauses1763640013060 } from './1763640013060-fill-payment-command-causes.js';
import { MakePaymentCommandsUnique1763640013070 } from './1763640013070-make-payment-commands-unique.js';
import { CreateLedgerJournals1763640013080 } from './1763640013080-create-ledger-journals.js';
import { CreateLedgerEntries1763640013090 } from './1763640013090-create-ledger-entries.js';
import { CreateWebhookInbox1763640014010 } from './1763640014010-create-webhook-inbox.js';
import { CreateWebhookFindings1763640014020 } from './1763640014020-create-webhook-findings.js';
import { SetFirstHoldSettings1763640015010 } from './1763640015010-set-first-hold-settings.js';
import { CreateHoldStages1763640015020 } from './1763640015020-create-hold-stages.js';
import { CreatePaymentRequests1763640015030 } from './1763640015030-create-payment-requests.js';
import { CreatePaymentTries1763640015040 } from './1763640015040-create-payment-tries.js';
import { SetFirstPaymentLetter1763640015050 } from './1763640015050-set-first-payment-letter.js';
import { CreateRefundExceptions1763640016010 } from './1763640016010-create-refund-exceptions.js';
import { SetFirstExceptionSettings1763640016020 } from './1763640016020-set-first-exception-settings.js';
import { SetFirstExceptionLetters1763640016030 } from './1763640016030-set-first-exception-letters.js';
import { NameGroundsOfReturns1763640016040 } from './1763640016040-name-grounds-of-returns.js';
import { CreateBulkRejections1763640016510 } from './1763640016510-create-bulk-rejections.js';
import { SetLettersWithStatusLink1763640017010 } from './1763640017010-set-letters-with-status-link.js';
import { CreatePaymentServiceState1763640017020 } from './1763640017020-create-payment-service-state.js';
import { CreateReturnsAnotherWay1763640017030 } from './1763640017030-create-returns-another-way.js';
import { CreateExportLog1763640017040 } from './1763640017040-create-export-log.js';
import { IndexLedgerAccounts1763640017050 } from './1763640017050-index-ledger-accounts.js';
import { CreateReconciliationRuns1763640018010 } from './1763640018010-create-reconciliation-runs.js';
import { CreateReconciliationPayments1763640018020 } from './1763640018020-create-reconciliation-payments.js';
import { CreateReconciliationDifferences1763640018030 } from './1763640018030-create-reconciliation-differences.js';
import { CreateReconciliationFindings1763640018040 } from './1763640018040-create-reconciliation-findings.js';
import { CreateReconciliationExplanations1763640018050 } from './1763640018050-create-reconciliation-explanations.js';
import { AddPaymentsCreated1763640018060 } from './1763640018060-add-payments-created.js';
import { AddRefundsToReconciliationRuns1763640021100 } from './1763640021100-add-refunds-to-reconciliation-runs.js';
import { SayWhichRunClearedADifference1763640021110 } from './1763640021110-say-which-run-cleared-a-difference.js';
import { CreateReconciliationCorrections1763640021120 } from './1763640021120-create-reconciliation-corrections.js';
import { SetFirstCorrectionLimit1763640021130 } from './1763640021130-set-first-correction-limit.js';
import { RETURNS_MIGRATIONS } from './returns-migrations.js';

/** In order. One statement each, able to run again after being cut off half-way. */
export const allMigrations = [
  CreateStaffAccounts1763600000010,
  CreateStaffSessions1763600000020,
  CreateTrustedBrowsers1763600000030,
  CreateApiClients1763600000040,
  CreatePermitTypes1763600000050,
  CreatePermitPrices1763600000060,
  CreatePermitEvidenceNeeds1763600000070,
  CreateZones1763600000080,
  CreateProperties1763600000090,
  CreatePropertyZones1763600000100,
  CreateApplications1763600000110,
  CreateEvidencePapers1763600000120,
  CreateEvidencePages1763600000130,
  CreatePaperChecks1763600000140,
  CreateEvidenceRequests1763600000150,
  CreateDecisions1763600000160,
  CreatePayments1763600000170,
  CreatePaymentCommands1763600000180,
  CreateLetters1763600000190,
  CreatePermits1763600000200,
  CreatePermitZones1763600000210,
  CreatePermitVehicles1763600000220,
  CreatePropertySlots1763600000230,
  CreateTimelineEvents1763600000240,
  CreateCaseNotes1763600000250,
  CreateOutboxJobs1763600000260,
  AddPropertySlotRenewals1763600001010,
  SetFirstPermitTypes1763600001020,
  SetFirstPermitPrices1763600001030,
  SetFirstEvidenceNeeds1763600001040,
  SetFirstZones1763600001050,
  CreatePropertyImportRows1763600001060,
  CreateSignInGuesses1763600000270,
  AddVirusCheckToEvidencePapers1763640001010,
  CreateVirusScannerState1763640001020,
  CreateEvidenceDeliveries1763640002010,
  CreateEvidenceRedactions1763640002020,
  CreateVehicleRegisterChecks1763640003010,
  SetJustBoughtEvidenceNeeds1763640003020,
  CreateDeclaredInterests1763640004010,
  CreateConflictRefusals1763640004020,
  AddApplicationMatchKeys1763640004030,
  AddPermitVehicleWeakKey1763640004040,
  AddDecisionRounds1763640005010,
  AddApplicationRound1763640005020,
  CreateDecisionReopenings1763640005030,
  CreateQualityChecks1763640005040,
  CreateQualityShares1763640005050,
  CreateDecisionReviews1763640005060,
  AddClaimLease1763640006010,
  EndRunningClaims1763640006020,
  CreateCasePresence1763640006030,
  CreateNoteMentions1763640006040,
  CreateCaseHolds1763640006050,
  CreateBulkRuns1763640006060,
  CreateBulkRunCases1763640006070,
  CreateTeams1763640006080,
  CreateTeamMembers1763640006090,
  CreateNextCaseChoices1763640006100,
  CreateSearchTerms1763640007010,
  FillSearchTerms1763640007020,
  CreateSearches1763640007030,
  CreateSearchEvents1763640007040,
  AddQueueOrders1763640007050,
  CreateSavedViews1763640007060,
  AddOnHoldOrder1763640007070,
  CreatePolicyStamp1763640008010,
  SetFirstPolicyStamp1763640008020,
  CreateWordingVersions1763640008030,
  SetFirstLetterWordings1763640008040,
  SetFirstReasonWordings1763640008050,
  CreatePolicySettings1763640008060,
  SetFirstPolicySettings1763640008070,
  CreateBankHolidays1763640008080,
  SetFirstBankHolidays1763640008090,
  CreatePolicyChanges1763640008100,
  SetFirstReviewSettings1763640008110,
  CreatePeriodicTurns1763640009010,
  CreateAuditSeals1763640009020,
  CreateAuditAnchors1763640009030,
  CreateAuditWatermarks1763640009040,
  CreateDrafts1763640010010,
  CreateStaffShortcuts1763640010020,
  AddPaymentCaptures1763640013010,
  FillPaymentCaptures1763640013020,
  BoundPaymentReturns1763640013030,
  LetPaymentsFollowEachOther1763640013040,
  AddPaymentCommandCauses1763640013050,
  FillPaymentCommandCauses1763640013060,
  MakePaymentCommandsUnique1763640013070,
  CreateLedgerJournals1763640013080,
  CreateLedgerEntries1763640013090,
  CreateWebhookInbox1763640014010,
  CreateWebhookFindings1763640014020,
  SetFirstHoldSettings1763640015010,
  CreateHoldStages1763640015020,
  CreatePaymentRequests1763640015030,
  CreatePaymentTries1763640015040,
  SetFirstPaymentLetter1763640015050,
  CreateRefundExceptions1763640016010,
  SetFirstExceptionSettings1763640016020,
  SetFirstExceptionLetters1763640016030,
  NameGroundsOfReturns1763640016040,
  CreateBulkRejections1763640016510,
  SetLettersWithStatusLink1763640017010,
  CreatePaymentServiceState1763640017020,
  CreateReturnsAnotherWay1763640017030,
  CreateExportLog1763640017040,
  IndexLedgerAccounts1763640017050,
  CreateReconciliationRuns1763640018010,
  CreateReconciliationPayments1763640018020,
  CreateReconciliationDifferences1763640018030,
  CreateReconciliationFindings1763640018040,
  CreateReconciliationExplanations1763640018050,
  AddPaymentsCreated1763640018060,
  ...RETURNS_MIGRATIONS,
  AddRefundsToReconciliationRuns1763640021100,
  SayWhichRunClearedADifference1763640021110,
  CreateReconciliationCorrections1763640021120,
  SetFirstCorrectionLimit1763640021130,
];
