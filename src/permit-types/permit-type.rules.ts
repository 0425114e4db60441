import type { EffectivePeriod } from '../shared/effective-dates.js';

export const PERMIT_TYPE_CODES = [
  'resident',
  'disabled_resident',
  'motorcycle',
  'temporary_resident',
  'essential_carer',
  'business',
  'vehicle_change_request',
] as const;
/** The types the first policy sets up; later ones are rows, so other codes may exist (R-CAT-1). */
export type PermitTypeCode = (typeof PERMIT_TYPE_CODES)[number];

/** How the vehicle on a live permit of this type changes (C-3). */
export const VEHICLE_CHANGES = ['request_review', 'immediate', 'not_allowed'] as const;
export type VehicleChange = (typeof VEHICLE_CHANGES)[number];

/** What a price is for; `none` is a permit without a vehicle. */
export const VEHICLE_CLASSES = ['car', 'motorcycle', 'none'] as const;
export type VehicleClass = (typeof VEHICLE_CLASSES)[number];

/**
 * Who keeps the vehicle, as the applicant declares it (R-V5C-7). `just_bought` is the applicant too,
 * before the V5C in his name has come.
 */
export const KEEPER_KINDS = [
  'own',
  'company',
  'lease_hire',
  'motability',
  'courtesy',
  'just_bought',
] as const;
export type KeeperKind = (typeof KEEPER_KINDS)[number];

/** One type of application as it stands on a date. */
export interface PermitType extends EffectivePeriod {
  readonly code: string;
  readonly name: string;
  /** False for the vehicle change request, which changes a permit and makes none (R-REP-2). */
  readonly grantsPermit: boolean;
  readonly vehicleChange: VehicleChange;
  readonly countsTowardPropertyCap: boolean;
  readonly sharesFreeSlot: boolean;
  /** True when its evidence is health data: restricted viewing, shortest keeping (R-EV-4). */
  readonly needsHealthProof: boolean;
  readonly targetWorkingDays: number;
  readonly displayOrder: number;
}
