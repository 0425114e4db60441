import { lastDayOf, permitEndsAt } from '../permits/permit-term.rules.js';
import { findPermitByReference } from '../permits/permits.store.js';
import {
  listEvidenceNeeds,
  listPermitTypes,
  listPrices,
} from '../permit-types/permit-types.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { findProperty } from '../properties/properties.queries.js';
import { countSlots, slotsHeldBy } from '../property-slots/property-slots.queries.js';
import { londonDateOf } from '../shared/london-date.js';
import { lookAlikeKey } from '../shared/vehicle-registration.js';
import type { ApplicationDraft } from './application-body.rules.js';
import type { ArrivalFacts } from './arrival.rules.js';

const NO_SLOTS = { held: 0, nextEndsAt: null };
const NOTHING_AROUND = {
  hasPendingTwin: false,
  isRegistrationLive: false,
  isLookAlikeLive: false,
  hasLiveResidentPermit: false,
};

/** Reads what an application, as far as it could be read, is to be held against. */
export async function readArrivalFacts(
  reader: Reader,
  draft: ApplicationDraft,
  receivedAt: Date,
): Promise<ArrivalFacts> {
  const receivedOn = londonDateOf(receivedAt);
  const { property, concernsPermit } = draft;
  const uprn = property?.uprn;
  const concernedPermit = concernsPermit
    ? await findConcernedPermit(reader, concernsPermit, uprn)
    : null;
  const offeredTypes = await listPermitTypes(reader, receivedOn);
  // What was sent is compared here: it may hold letters that the database cannot compare with codes.
  const permitType = offeredTypes.find(({ code }) => code === draft.permitType) ?? null;
  return {
    ...{ receivedAt, receivedOn, offeredTypes, permitType },
    prices: permitType ? await listPrices(reader, permitType.code, receivedOn) : [],
    needs: permitType ? await listEvidenceNeeds(reader, permitType.code, receivedOn) : [],
    property: uprn === undefined ? null : await findPlace(reader, uprn, draft, receivedAt),
    concernedPermit,
    slots:
      uprn === undefined
        ? { cap: NO_SLOTS, free: NO_SLOTS }
        : await slotsOf(reader, uprn, receivedAt),
    handedOn: await slotsHandedOn(reader, concernedPermit?.applicationId ?? null),
    isPaymentUsed: await isPaymentUsed(reader, draft.payment?.providerPaymentId),
    around:
      uprn === undefined
        ? NOTHING_AROUND
        : await lookAround(reader, {
            draft,
            uprn,
            receivedAt,
            permitId: concernedPermit?.permitId ?? null,
          }),
  };
}

/** The zone is that of the first day asked for (R-ELIG-1). */
async function findPlace(reader: Reader, uprn: string, draft: ApplicationDraft, receivedAt: Date) {
  const receivedOn = londonDateOf(receivedAt);
  const { startOn = receivedOn } = draft;
  const property = await findProperty(reader, uprn, startOn > receivedOn ? startOn : receivedOn);
  if (!property) return null;
  return { zoneCode: property.zone?.code ?? null, propertyCap: property.zone?.propertyCap ?? 0 };
}

/** A permit is only known together with its property: a reference alone tells a stranger nothing. */
async function findConcernedPermit(reader: Reader, reference: string, uprn: string | undefined) {
  const permit = await findPermitByReference(reader, reference);
  if (!permit || permit.uprn !== uprn)
    return { isKnown: false, permitId: null, applicationId: null, lastDayOn: null };
  const { id: permitId, applicationId } = permit;
  return { isKnown: true, permitId, applicationId, lastDayOn: lastDayOf(permitEndsAt(permit)) };
}

async function slotsOf(reader: Reader, uprn: string, now: Date) {
  return {
    cap: await countSlots(reader, { uprn, kind: 'cap', now }),
    free: await countSlots(reader, { uprn, kind: 'free', now }),
  };
}

async function slotsHandedOn(reader: Reader, renewedApplicationId: string | null) {
  const held = renewedApplicationId ? await slotsHeldBy(reader, renewedApplicationId) : [];
  return { cap: held.includes('cap'), free: held.includes('free') };
}

async function isPaymentUsed(reader: Reader, id: string | undefined): Promise<boolean> {
  if (id === undefined) return false;
  const rows: unknown[] = await reader.query(
    'SELECT id FROM payments WHERE provider_payment_id = ?',
    [id],
  );
  return rows.length > 0;
}

interface Surroundings {
  draft: ApplicationDraft;
  uprn: string;
  receivedAt: Date;
  /** The permit it renews or changes: no stranger to itself. */
  permitId: string | null;
}

async function lookAround(reader: Reader, place: Surroundings): Promise<ArrivalFacts['around']> {
  const registration = place.draft.vehicle?.registration ?? null;
  const live = registration === null ? [] : await liveLookAlikes(reader, registration, place);
  return {
    hasPendingTwin: await hasPendingTwin(reader, place),
    isRegistrationLive: live.includes(registration),
    isLookAlikeLive: live.some((other) => other !== registration),
    hasLiveResidentPermit: await hasLiveResidentPermit(reader, place),
  };
}

const IS_LIVE = 'p.ends_at > ? AND (p.ended_early_at IS NULL OR p.ended_early_at > ?)';

async function liveLookAlikes(
  reader: Reader,
  registration: string,
  { receivedAt, permitId }: Surroundings,
): Promise<(string | null)[]> {
  const rows: { registration: string }[] = await reader.query(
    `SELECT DISTINCT v.registration
       FROM permit_vehicles v JOIN permits p ON p.id = v.permit_id
      WHERE v.registration_key = ? AND v.superseded_at IS NULL AND v.covered_to > ?
        AND ${IS_LIVE} AND p.id <> ?`,
    [lookAlikeKey(registration), receivedAt, receivedAt, receivedAt, permitId ?? ''],
  );
  return rows.map((row) => row.registration);
}

async function hasPendingTwin(reader: Reader, { draft, uprn }: Surroundings): Promise<boolean> {
  const registration = draft.vehicle?.registration;
  const rows: unknown[] = await reader.query(
    `SELECT id FROM applications
      WHERE uprn = ? AND status IN ('submitted', 'in_review', 'awaiting_evidence')
        AND (applicant_name = ? OR registration_key = ?) LIMIT 1`,
    [uprn, draft.applicant?.name ?? '', registration ? lookAlikeKey(registration) : ''],
  );
  return rows.length > 0;
}

async function hasLiveResidentPermit(
  reader: Reader,
  { uprn, receivedAt }: Surroundings,
): Promise<boolean> {
  const rows: unknown[] = await reader.query(
    `SELECT p.id FROM permits p
      WHERE p.uprn = ? AND p.permit_type_code = 'resident' AND ${IS_LIVE} LIMIT 1`,
    [uprn, receivedAt, receivedAt],
  );
  return rows.length > 0;
}
