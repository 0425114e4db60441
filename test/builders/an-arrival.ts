import type { PermitType } from '../../src/permit-types/permit-type.rules.js';
import { localDate } from '../../src/shared/local-date.js';
import type { ApplicationDraft } from '../../src/intake/application-body.rules.js';
import type { ArrivalFacts } from '../../src/intake/arrival.rules.js';

/** A resident's application with which nothing is wrong, and what the desk knows as it arrives. */
export const since = { validFrom: localDate('2025-04-01'), validTo: null };
export const RESIDENT: PermitType = {
  ...since,
  code: 'resident',
  name: 'Resident',
  grantsPermit: true,
  vehicleChange: 'request_review',
  countsTowardPropertyCap: true,
  sharesFreeSlot: false,
  needsHealthProof: false,
  targetWorkingDays: 5,
  displayOrder: 10,
};
export const CARER: PermitType = {
  ...RESIDENT,
  code: 'essential_carer',
  name: 'Essential carer',
  countsTowardPropertyCap: false,
  sharesFreeSlot: true,
};
export const CHANGE: PermitType = {
  ...RESIDENT,
  code: 'vehicle_change_request',
  name: 'Vehicle Change Request',
  grantsPermit: false,
  countsTowardPropertyCap: false,
};

export const price = (
  permitTypeCode: string,
  durationMonths: number,
  pricePence: number | null,
) => ({
  ...since,
  permitTypeCode,
  vehicleClass: 'car' as const,
  durationMonths,
  pricePence,
});
export const none = { held: 0, nextEndsAt: null };

export const FACTS: ArrivalFacts = {
  receivedAt: new Date('2026-11-20T10:00:00Z'),
  receivedOn: localDate('2026-11-20'),
  offeredTypes: [RESIDENT, CARER],
  permitType: RESIDENT,
  prices: [
    price('resident', 12, 5500),
    price('resident', 6, 2750),
    price('essential_carer', 12, null),
    price('vehicle_change_request', 0, 0),
  ],
  needs: [
    {
      ...since,
      permitTypeCode: 'resident',
      need: 'residency',
      paperKinds: ['utility_bill', 'bank_statement'],
      displayOrder: 1,
    },
    { ...since, permitTypeCode: 'resident', need: 'vehicle', paperKinds: ['v5c'], displayOrder: 2 },
  ],
  property: { zoneCode: 'Z3', propertyCap: 2 },
  concernedPermit: null,
  slots: { cap: none, free: none },
  handedOn: { cap: false, free: false },
  isPaymentUsed: false,
  around: {
    hasPendingTwin: false,
    isRegistrationLive: false,
    isLookAlikeLive: false,
    hasLiveResidentPermit: false,
  },
};

export const DRAFT: ApplicationDraft = {
  clientReference: 'A1',
  permitType: 'resident',
  property: { uprn: '100' },
  vehicle: { registration: 'AB12CDE', registrationOverride: null, class: null, keeperKind: 'own' },
  startOn: localDate('2026-12-01'),
  durationMonths: 12,
  declarationAcceptedAt: new Date('2026-11-20T09:00:00Z'),
  payment: { providerPaymentId: 'p1', amountPence: 5500 },
  concernsPermit: null,
};

export const full = { held: 2, nextEndsAt: null };
export const carer = { permitType: CARER };
export const asCarer = { permitType: 'essential_carer', payment: null };
export const known = {
  isKnown: true,
  permitId: 'p',
  applicationId: 'a',
  lastDayOn: localDate('2026-12-10'),
};
