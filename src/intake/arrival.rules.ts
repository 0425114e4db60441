import type { ArrivalHint } from '../applications/arrival-hints.rules.js';
import type { EvidenceNeedRow } from '../permit-types/evidence-needs.rules.js';
import { requiredNeeds } from '../permit-types/evidence-needs.rules.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import type { PermitPrice } from '../permit-types/permit-prices.rules.js';
import type { PermitType, VehicleClass } from '../permit-types/permit-type.rules.js';
import { type SlotUse, slotsNeeded } from '../property-slots/property-slots.rules.js';
import type { LocalDate } from '../shared/local-date.js';
import type { ApplicationDraft } from './application-body.rules.js';

/** What the desk knows, at the moment an application arrives, of what it speaks of. */
export interface ArrivalFacts {
  receivedAt: Date;
  /** The London day of `receivedAt`, on which prices and terms are read (R-PRI-1). */
  receivedOn: LocalDate;
  /** Every type that can be applied for that day. */
  offeredTypes: readonly PermitType[];
  permitType: PermitType | null;
  prices: readonly PermitPrice[];
  needs: readonly EvidenceNeedRow[];
  /** Null when there is no such property. */
  property: { zoneCode: string | null; propertyCap: number } | null;
  /** Null when it names none; `isKnown` is false when there is none at this property. */
  concernedPermit: {
    isKnown: boolean;
    permitId: string | null;
    applicationId: string | null;
    /** The last day it covers. */
    lastDayOn: LocalDate | null;
  } | null;
  slots: { cap: SlotUse; free: SlotUse };
  /** Slots of the permit it renews, which would be handed on to it (R-REN-4). */
  handedOn: { cap: boolean; free: boolean };
  isPaymentUsed: boolean;
  around: {
    hasPendingTwin: boolean;
    isRegistrationLive: boolean;
    isLookAlikeLive: boolean;
    hasLiveResidentPermit: boolean;
  };
}

/** What the price is for: a motorcycle permit without a word about the vehicle is for a motorcycle. */
export function vehicleClassOf(draft: ApplicationDraft): VehicleClass | undefined {
  if (draft.vehicle === null) return 'none';
  if (draft.vehicle?.class) return draft.vehicle.class;
  if (draft.vehicle === undefined || draft.permitType === undefined) return undefined;
  return draft.permitType === 'motorcycle' ? 'motorcycle' : 'car';
}

/** Whether this application gets the property's free permit (R-FREE-2): then there is nothing to pay. */
export function getsFreeSlot({ permitType, slots, handedOn }: ArrivalFacts): boolean {
  const free = permitType && slotsNeeded(permitType, 0).find(({ kind }) => kind === 'free');
  return free ? handedOn.free || slots.free.held < free.limit : false;
}

/** What an officer should look at. Hints never decide (R-GDPR-3). */
export function arrivalHints(
  draft: ApplicationDraft,
  facts: ArrivalFacts,
  paperKinds: readonly PaperKind[],
): ArrivalHint[] {
  const { around } = facts;
  const noticed: Partial<Record<ArrivalHint, boolean>> = {
    paper_missing: isPaperMissing(draft, facts, paperKinds),
    not_in_zone: facts.property?.zoneCode === null,
    at_cap: isAtCap(facts),
    free_slot_used: facts.permitType?.sharesFreeSlot === true && !getsFreeSlot(facts),
    possible_duplicate: around.hasPendingTwin,
    same_registration_live: around.isRegistrationLive,
    look_alike_live: around.isLookAlikeLive,
    unusual_registration: Boolean(draft.vehicle?.registrationOverride),
    home_business: draft.permitType === 'business' && around.hasLiveResidentPermit,
  };
  return (Object.keys(noticed) as ArrivalHint[]).filter((hint) => noticed[hint]);
}

/** A cap is a property's place in its zone; outside any zone there is none to reach. */
function isAtCap({ permitType, property, slots, handedOn }: ArrivalFacts): boolean {
  if (!permitType || !property || property.zoneCode === null) return false;
  const cap = slotsNeeded(permitType, property.propertyCap).find(({ kind }) => kind === 'cap');
  return cap !== undefined && !handedOn.cap && slots.cap.held >= cap.limit;
}

function isPaperMissing(
  draft: ApplicationDraft,
  { needs }: ArrivalFacts,
  paperKinds: readonly PaperKind[],
): boolean {
  const keeperKind = draft.vehicle?.keeperKind ?? null;
  return requiredNeeds({ needs, keeperKind }).some(
    (need) => !need.paperKinds.some((kind) => paperKinds.includes(kind)),
  );
}
