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
import { CreatePeriodicTurns1763640009010 } from './1763640009010-create-periodic-turns.js';
import { CreatePropertyImportRows1763600001060 } from './1763600001060-create-property-import-rows.js';
import { CreateSearchTerms1763640007010 } from './1763640007010-create-search-terms.js';
import { FillSearchTerms1763640007020 } from './1763640007020-fill-search-terms.js';
import { CreateSearches1763640007030 } from './1763640007030-create-searches.js';
import { CreateSearchEvents1763640007040 } from './1763640007040-create-search-events.js';

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
  CreateSearchTerms1763640007010,
  FillSearchTerms1763640007020,
  CreateSearches1763640007030,
  CreateSearchEvents1763640007040,
  CreatePeriodicTurns1763640009010,
];
