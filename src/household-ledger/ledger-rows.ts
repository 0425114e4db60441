import type { ApplicationStatus } from '../applications/application-status.rules.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import type { SlotKind } from '../property-slots/property-slots.rules.js';

/** An application that touches this household, person or plate, as the ledger reads it. */
export interface LedgerApplication {
  id: string;
  reference: string;
  status: ApplicationStatus;
  typeCode: string;
  typeName: string;
  applicantName: string;
  email: string | null;
  mobile: string | null;
  uprn: string;
  address: string;
  postcode: string;
  registration: string | null;
  receivedAt: Date;
  /** When the permit it got ends or ended; null when it got none. */
  permitEndsAt: Date | null;
}

/** A permit at the property that has not ended. */
export interface LedgerPermit {
  id: string;
  reference: string;
  applicationId: string;
  caseReference: string;
  typeName: string;
  holderName: string;
  email: string | null;
  mobile: string | null;
  startsAt: Date;
  endsAt: Date;
  endedEarlyAt: Date | null;
  /** The vehicle it covers now, or first; null for a permit without one. */
  registration: string | null;
}

/** A running vehicle on a live permit anywhere whose plate looks like one in question. */
export interface CoveredPlate {
  permitId: string;
  permitReference: string;
  caseReference: string;
  registration: string;
  coveredTo: Date;
  uprn: string;
  /** Empty for none. */
  zones: string | null;
}

export interface HeldSlot {
  kind: SlotKind;
  applicationId: string;
  /** The application behind the permit that hands its place on; null for most. */
  renewedApplicationId: string | null;
  /** Null while its holder waits for a decision. */
  endsAt: Date | null;
}

export interface LedgerRejection {
  applicationId: string;
  decidedAt: Date;
  /** As they were sent. */
  reasons: string[];
  paperKinds: PaperKind[];
}

/** What the household ledger rests on, read together. */
export interface LedgerRows {
  /** The case it is read for. */
  current: LedgerApplication;
  /** The permit it renews or changes: no stranger to itself. */
  concernsPermitId: string | null;
  paperKinds: PaperKind[];
  propertyCap: number | null;
  slots: HeldSlot[];
  permits: LedgerPermit[];
  /** Other applications at the property, the newest first. */
  here: LedgerApplication[];
  /** Applications elsewhere or here that share a field with the case. */
  matching: LedgerApplication[];
  plates: CoveredPlate[];
  rejections: LedgerRejection[];
  /** Holders of permits here that have since applied from another property. */
  movedOn: { applicationId: string; at: Date }[];
}
