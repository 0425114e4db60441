import type { Application } from '../applications/applications.store.js';
import type { PermitType } from '../permit-types/permit-type.rules.js';
import { findPermit } from '../permits/permits.store.js';
import type { Tx } from '../platform/database/transaction.js';
import { findProperty } from '../properties/properties.queries.js';
import { slotsNeeded } from '../property-slots/property-slots.rules.js';
import { takeSlot } from '../property-slots/property-slots.store.js';
import { londonDateOf } from '../shared/london-date.js';

/**
 * A case that waits again holds its places again (U-7), as many as the property still has. Where
 * none is left the case is decided without one, and the approval says what is in the way (R-LIM-1).
 */
export async function takePlacesAgain(
  tx: Tx,
  { application, permitType }: { application: Application; permitType: PermitType },
  now: Date,
): Promise<void> {
  if (!permitType.grantsPermit) return;
  const { uprn, id: applicationId, concernsPermitId } = application;
  const property = await findProperty(tx, uprn, londonDateOf(application.receivedAt));
  const renewed = concernsPermitId === null ? null : await findPermit(tx, concernsPermitId);
  const isFree = permitType.sharesFreeSlot && application.pricePence === 0;
  const type = { ...permitType, sharesFreeSlot: isFree };
  for (const slot of slotsNeeded(type, property?.zone?.propertyCap ?? 0)) {
    const renewsApplicationId = renewed?.applicationId ?? null;
    await takeSlot(tx, { ...slot, uprn, applicationId, now, renewsApplicationId });
  }
}
