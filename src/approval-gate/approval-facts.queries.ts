import { createHash } from 'node:crypto';
import { findApplicationByReference } from '../applications/applications.store.js';
import type { ConflictGround } from '../conflicts-of-interest/conflict.rules.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import { amountDue } from '../permit-types/permit-prices.rules.js';
import { findPermitType, listPrices } from '../permit-types/permit-types.queries.js';
import { permitEndsAt } from '../permits/permit-term.rules.js';
import {
  coverOf,
  findPermit,
  findPermitByReference,
  type Permit,
  zonesOf,
} from '../permits/permits.store.js';
import type { Reader } from '../platform/database/transaction.js';
import { countSlots, slotsHeldBy } from '../property-slots/property-slots.queries.js';
import { slotsNeeded } from '../property-slots/property-slots.rules.js';
import { makeReference } from '../shared/case-reference.js';
import { londonDateOf } from '../shared/london-date.js';
import { isNoted } from '../timeline/timeline.queries.js';
import type { ApprovalFacts, ConcernedPermit, SlotFacts } from './approval-facts.rules.js';

interface Occasion {
  now: Date;
  /** The form the approval is sent with; it settles the permit's reference. Null: only to look. */
  formId: string | null;
  conflict?: readonly ConflictGround[];
}

/**
 * What an approval would rest on, read together: under the locks when it decides, without them
 * when it is only shown. Zone, cap and price are those of the day the application came (R6.7).
 */
export async function approvalFactsOf(
  reader: Reader,
  file: CaseFile,
  { now, formId, conflict = [] }: Occasion,
): Promise<ApprovalFacts> {
  const { application, permitType, payment } = file;
  const concerned = await concernedPermit(reader, application.concernsPermitId);
  return {
    application,
    permitType,
    needs: file.needs,
    zone: file.propertyThen.zone,
    zoneToday: file.property.zone,
    slots: await slotFacts(reader, { file, concerned, now }),
    concerned,
    duePence: await duePence(reader, file),
    payment,
    paymentDiffers: payment !== null && (await isNoted(reader, application.id, 'payment-differs')),
    money: moneyOf(payment, file.commands),
    conflict,
    permitReference:
      permitType.grantsPermit && formId !== null ? await freeReference(reader, formId) : null,
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
    const isTaken =
      (await findPermitByReference(reader, reference)) ??
      (await findApplicationByReference(reader, reference));
    if (!isTaken) return reference;
  }
}

async function concernedPermit(reader: Reader, id: string | null): Promise<ConcernedPermit | null> {
  const permit = id === null ? null : await findPermit(reader, id);
  if (!permit) return null;
  const type = await findPermitType(reader, permit.permitTypeCode, londonDateOf(permit.recordedAt));
  return {
    permit,
    endsAt: permitEndsAt(permit),
    typeName: type?.name ?? permit.permitTypeCode,
    vehicleChange: type?.vehicleChange ?? 'not_allowed',
    zones: await zonesOf(reader, permit.id),
    registration: await lastRegistration(reader, permit),
  };
}

async function lastRegistration(reader: Reader, permit: Permit): Promise<string | null> {
  return (await coverOf(reader, permit.id)).at(-1)?.registration ?? null;
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
  const own = await slotsHeldBy(reader, application.id);
  const renewed = concerned ? await slotsHeldBy(reader, concerned.permit.applicationId) : [];
  const facts: SlotFacts[] = [];
  for (const { kind, limit } of needed) {
    const use = await countSlots(reader, { uprn: application.uprn, kind, now });
    facts.push({
      kind,
      limit,
      use,
      isHeld: own.includes(kind),
      isHandedOn: renewed.includes(kind),
    });
  }
  return facts;
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
