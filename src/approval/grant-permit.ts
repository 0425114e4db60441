import { changeVehicle, insertPermit } from '../permits/permits.store.js';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import { setSlotEnd, takeSlot } from '../property-slots/property-slots.store.js';
import type { ApprovalFacts } from '../approval-gate/approval-facts.rules.js';
import type { ApprovalTerms } from './approval-terms.rules.js';

/** Writes what the approval gives: a new permit with its place, or another vehicle on the old one. */
export async function grant(tx: Tx, facts: ApprovalFacts, terms: ApprovalTerms): Promise<void> {
  if (facts.permitType.grantsPermit) await grantPermit(tx, facts, terms);
  else await grantVehicleChange(tx, facts, terms);
}

async function grantPermit(tx: Tx, facts: ApprovalFacts, terms: ApprovalTerms): Promise<void> {
  const { application, permitType, now } = facts;
  await keepPlaces(tx, facts, terms.endsAt);
  if (terms.permitReference === null) throw new Error('A permit needs its reference.');
  const permit = {
    id: newId(),
    reference: terms.permitReference,
    applicationId: application.id,
    permitTypeCode: permitType.code,
    uprn: application.uprn,
    holderName: application.applicantName,
    startsAt: terms.startsAt,
    endsAt: terms.endsAt,
    pricePence: application.pricePence,
    concernsPermitId: application.concernsPermitId,
    endedEarlyAt: null,
    recordedAt: now,
  };
  await insertPermit(tx, permit, { zoneCodes: terms.zones, vehicle: vehicleOf(facts) });
}

/** The property is locked and was found to have room, so a refusal here is no person's mistake. */
async function keepPlaces(tx: Tx, facts: ApprovalFacts, endsAt: Date): Promise<void> {
  const { application, concerned, now } = facts;
  for (const { kind, limit } of facts.slots) {
    const position = await takeSlot(tx, {
      uprn: application.uprn,
      kind,
      limit,
      applicationId: application.id,
      now,
      renewsApplicationId: concerned?.permit.applicationId ?? null,
    });
    if (position === null) throw new Error('A place was there and is gone under the lock.');
  }
  await setSlotEnd(tx, application.id, endsAt);
}

async function grantVehicleChange(tx: Tx, facts: ApprovalFacts, terms: ApprovalTerms) {
  const vehicle = vehicleOf(facts);
  if (!facts.concerned || !vehicle) throw new Error('A vehicle change needs permit and vehicle.');
  const change = { vehicle, from: terms.startsAt, at: facts.now };
  await changeVehicle(tx, facts.concerned.permit, change);
}

function vehicleOf({ application: { registration, registrationKey } }: ApprovalFacts) {
  return registration === null || registrationKey === null
    ? null
    : { registration, registrationKey };
}
