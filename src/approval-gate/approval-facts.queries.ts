import { createHash } from 'node:crypto';
import { findApplicationByReference } from '../applications/applications.store.js';
import type { ConflictGround } from '../conflicts-of-interest/conflict.rules.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import { amountDue } from '../permit-types/permit-prices.rules.js';
import { findPermitType, listPrices } from '../permit-types/permit-types.queries.js';
import { permitEndsAt } from '../permits/permit-term.rules.js';
import { coverOf, findPermit, findPermitByReference, zonesOf } from '../permits/permits.store.js';
import { readingTogether } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import { countSlots, slotsHeldBy } from '../property-slots/property-slots.queries.js';
import { type SlotKind, slotsNeeded } from '../property-slots/property-slots.rules.js';
import { makeReference } from '../shared/case-reference.js';
import { londonDateOf } from '../shared/london-date.js';
import { isNoted } from '../timeline/timeline.queries.js';
import type { ApprovalFacts, ConcernedPermit, SlotFacts } from './approval-facts.rules.js';

export interface Occasion {
  now: Date;
  /** The form the approval is sent with; it settles the permit's reference. Null: only to look. */
  formId: string | null;
  /** Or the reading of it, so that it is read at the same time. */
  conflict?: readonly ConflictGround[] | Promise<readonly ConflictGround[]>;
}

/**
 * What an approval would rest on, read together: under the locks when it decides, without them
 * when it is only shown. Zone, cap and price are those of the day the application came (R6.7).
 */
export async function approvalFactsOf(
  anyReader: Reader,
  file: CaseFile,
  { now, formId, conflict = [] }: Occasion,
): Promise<ApprovalFacts> {
  const { application, permitType, payment } = file;
  const reader = readingTogether(anyReader);
  const [{ concerned, slots }, due, paymentDiffers, permitReference, grounds] = await Promise.all([
    takenUp(reader, file, now),
    duePence(reader, file),
    payment !== null && isNoted(reader, application.id, 'payment-differs'),
    permitType.grantsPermit && formId !== null ? freeReference(reader, formId) : null,
    conflict,
  ]);
  return {
    application,
    permitType,
    needs: file.needs,
    zone: file.propertyThen.zone,
    zoneToday: file.property.zone,
    slots,
    concerned,
    duePence: due,
    payment,
    paymentDiffers,
    money: moneyOf(payment, file.commands),
    conflict: grounds,
    permitReference,
    now,
  };
}

/**
 * The reference the permit gets. It follows from the form, so that the letter that is previewed
 * names the very permit that is made; one already in use is passed over.
 */
async function freeReference(reader: Reader, formId: string): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const reference = makeReference(
      createHash('sha256').update(`permit ${attempt} ${formId}`).digest(),
    );
    const [permit, application] = await Promise.all([
      findPermitByReference(reader, reference),
      findApplicationByReference(reader, reference),
    ]);
    if (!permit && !application) return reference;
  }
}

async function concernedPermit(reader: Reader, id: string | null): Promise<ConcernedPermit | null> {
  const permit = id === null ? null : await findPermit(reader, id);
  if (!permit) return null;
  const [type, zones, cover] = await Promise.all([
    findPermitType(reader, permit.permitTypeCode, londonDateOf(permit.recordedAt)),
    zonesOf(reader, permit.id),
    coverOf(reader, permit.id),
  ]);
  return {
    permit,
    endsAt: permitEndsAt(permit),
    typeName: type?.name ?? permit.permitTypeCode,
    vehicleChange: type?.vehicleChange ?? 'not_allowed',
    zones,
    registration: cover.at(-1)?.registration ?? null,
  };
}

async function takenUp(
  reader: Reader,
  file: CaseFile,
  now: Date,
): Promise<Pick<ApprovalFacts, 'concerned' | 'slots'>> {
  const concerned = await concernedPermit(reader, file.application.concernsPermitId);
  return { concerned, slots: await slotFacts(reader, { file, concerned, now }) };
}

interface SlotQuestion {
  file: CaseFile;
  concerned: ConcernedPermit | null;
  now: Date;
}

async function slotFacts(
  reader: Reader,
  { file, concerned, now }: SlotQuestion,
): Promise<SlotFacts[]> {
  const { application, permitType, propertyThen } = file;
  if (!permitType.grantsPermit) return [];
  const isFree = application.pricePence === 0;
  const needed = slotsNeeded(
    { ...permitType, sharesFreeSlot: permitType.sharesFreeSlot && isFree },
    propertyThen.zone?.propertyCap ?? 0,
  );
  const { uprn } = application;
  const [own, renewed, uses] = await Promise.all([
    slotsHeldBy(reader, application.id),
    slotsHandedOn(reader, concerned),
    Promise.all(
      needed.map(async (slot) => ({
        ...slot,
        use: await countSlots(reader, { uprn, kind: slot.kind, now }),
      })),
    ),
  ]);
  return uses.map((slot) => ({
    ...slot,
    isHeld: own.includes(slot.kind),
    isHandedOn: renewed.includes(slot.kind),
  }));
}

async function slotsHandedOn(
  reader: Reader,
  concerned: ConcernedPermit | null,
): Promise<SlotKind[]> {
  return concerned ? slotsHeldBy(reader, concerned.permit.applicationId) : [];
}

/** Null where the price list of that day has no price, so that there is nothing to compare with. */
async function duePence(reader: Reader, { application, permitType }: CaseFile) {
  const on = londonDateOf(application.receivedAt);
  const { permitTypeCode, vehicleClass, durationMonths } = application;
  const prices = await listPrices(reader, permitTypeCode, on);
  const takesFreeSlot = permitType.sharesFreeSlot && application.pricePence === 0;
  const due = amountDue(
    { prices, permitTypeCode, vehicleClass, durationMonths, on },
    takesFreeSlot,
  );
  return due.ok ? due.pricePence : null;
}
