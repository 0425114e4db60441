import type { ApplicationStatus } from '../../src/applications/application-status.rules.js';
import { newId } from '../../src/platform/database/new-id.js';
import { searchTermsOf } from '../../src/search-terms/search-terms.rules.js';
import { lookAlikeKey } from '../../src/shared/vehicle-registration.js';
import { addOutcomeRows } from './outcome-rows.js';
import type { RowBatch } from './insert-rows.js';
import { type InventedPerson, inventedPerson, inventedReference } from './invented-people.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const TYPES = [
  'resident',
  'resident',
  'resident',
  'resident',
  'temporary_resident',
  'essential_carer',
  'disabled_resident',
  'business',
];

export interface CasePlan {
  number: number;
  now: Date;
  random: () => number;
  openShare: number;
  isWhole: boolean;
  council: { clientId: string; officerIds: readonly string[] };
  place: { uprn: string; property: number; zoneCode: string | null };
}

/** What the rows around an application need of it. */
export interface GeneratedCase {
  id: string;
  status: ApplicationStatus;
  receivedAt: Date;
  decidedAt: Date | null;
  officerId: string;
  holdEndsAt: Date | null;
  typeCode: string;
  person: InventedPerson;
}

/** One application with everything that hangs on it. */
export function addCase(batch: RowBatch, plan: CasePlan): void {
  const made = makeCase(plan);
  addApplication(batch, plan, made);
  const { person } = made;
  const terms = searchTermsOf({
    applicantName: person.name,
    keeperName: person.name,
    applicantEmail: person.email,
    applicantMobile: person.mobile,
    registration: person.registration,
    clientReference: clientReference(plan),
  });
  for (const { kind, term, written } of terms) {
    batch.add('search_terms', { kind, term, application_id: made.id, written });
  }
  if (plan.isWhole) addOutcomeRows(batch, plan, made);
}

function makeCase({ number, now, random, openShare, council }: CasePlan): GeneratedCase {
  const status = statusOf(random(), random() < openShare);
  const isOpen = ['submitted', 'in_review', 'awaiting_evidence'].includes(status);
  const age = isOpen ? random() * 21 * DAY_MS : (21 + random() * 540) * DAY_MS;
  const receivedAt = new Date(now.getTime() - Math.round(age));
  const isHeld = isOpen && random() < 0.8;
  return {
    id: newId(),
    status,
    receivedAt,
    decidedAt: isOpen ? null : new Date(receivedAt.getTime() + Math.round(random() * 9 * DAY_MS)),
    officerId: council.officerIds[number % council.officerIds.length] ?? '',
    holdEndsAt: isHeld ? new Date(receivedAt.getTime() + 120 * HOUR_MS) : null,
    typeCode: TYPES[number % TYPES.length] ?? 'resident',
    person: inventedPerson(number, random),
  };
}

function statusOf(chance: number, isOpen: boolean): ApplicationStatus {
  if (isOpen) {
    if (chance < 0.78) return 'submitted';
    return chance < 0.8 ? 'in_review' : 'awaiting_evidence';
  }
  if (chance < 0.8) return 'approved';
  return chance < 0.95 ? 'rejected' : 'withdrawn';
}

function clientReference({ number }: CasePlan): string {
  return `BENCH-${String(number).padStart(9, '0')}`;
}

function addApplication(batch: RowBatch, plan: CasePlan, made: GeneratedCase): void {
  const { person, receivedAt, status } = made;
  const isClaimed = status === 'in_review';
  batch.add('applications', {
    id: made.id,
    reference: inventedReference(plan.number),
    version: 1,
    status,
    client_id: plan.council.clientId,
    client_reference: clientReference(plan),
    body_sha256: '0'.repeat(64),
    permit_type_code: made.typeCode,
    received_at: receivedAt,
    declared_at: receivedAt,
    applicant_name: person.name,
    applicant_email: person.email,
    applicant_mobile: person.mobile,
    contact_preference: 'email',
    uprn: plan.place.uprn,
    zone_code: plan.place.zoneCode,
    registration: person.registration,
    registration_key: lookAlikeKey(person.registration),
    vehicle_class: 'car',
    declared_make: 'Ford',
    declared_colour: 'Blue',
    keeper_name: person.name,
    keeper_kind: 'own',
    start_on: dayOf(receivedAt),
    duration_months: 12,
    price_pence: 5500,
    claimed_by: isClaimed ? made.officerId : null,
    claimed_at: isClaimed ? plan.now : null,
    claimed_until: isClaimed ? new Date(plan.now.getTime() + HOUR_MS / 3) : null,
    hold_ends_at: made.holdEndsAt,
    awaiting_since: status === 'awaiting_evidence' ? receivedAt : null,
    paused_seconds: 0,
    decided_at: made.decidedAt,
  });
}

export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
