import { newId } from '../../src/platform/database/new-id.js';
import { lookAlikeKey } from '../../src/shared/vehicle-registration.js';
import { type CasePlan, dayOf, type GeneratedCase } from './case-rows.js';
import type { RowBatch } from './insert-rows.js';
import { inventedReference } from './invented-people.js';
import { addMoney } from './money-rows.js';

const YEAR_MS = 365 * 24 * 3_600_000;
const PERMIT_NUMBERS_FROM = 1_500_000_000;

/** Papers, money, timeline, and what a decision left behind. */
export function addOutcomeRows(batch: RowBatch, plan: CasePlan, made: GeneratedCase): void {
  for (const [index, kind] of ['utility_bill', 'v5c'].entries()) {
    addPaper(batch, made, { kind, position: index + 1 });
  }
  const decisionId = made.decidedAt === null ? null : newId();
  addMoney(batch, made, decisionId);
  addEvent(batch, made, 'application-received', made.receivedAt);
  if (made.status === 'awaiting_evidence') addRequest(batch, made);
  if (made.decidedAt === null || decisionId === null) return;
  const outcome = made.status;
  batch.add('decisions', {
    id: decisionId,
    application_id: made.id,
    outcome,
    decided_by: made.officerId,
    decided_at: made.decidedAt,
    reasons: '[]',
    private_note: null,
    form_id: newId(),
  });
  addEvent(batch, made, 'case-claimed', made.decidedAt);
  if (outcome === 'approved') addPermit(batch, plan, made);
}

function addPaper(
  batch: RowBatch,
  made: GeneratedCase,
  { kind, position }: { kind: string; position: number },
): void {
  const id = newId();
  const file = {
    content_type: 'image/jpeg',
    bytes: 200_000,
    sha256: id.replaceAll('-', '').padEnd(64, '0'),
    storage_name: id.replaceAll('-', ''),
    wrapped_key: 'none',
  };
  const paper = { id, application_id: made.id, position, kind, received_at: made.receivedAt };
  batch.add('evidence_papers', { ...paper, ...file, original_name: `${kind}.jpg` });
  const page = { paper_id: id, page_number: 1, ...file, width: 800, height: 1100 };
  batch.add('evidence_pages', page);
  if (made.decidedAt === null) return;
  batch.add('paper_checks', {
    paper_id: id,
    application_id: made.id,
    verdict: 'accept',
    dated_on: dayOf(made.receivedAt),
    marks: '{}',
    note: null,
    reference_last4: kind === 'v5c' ? '4321' : null,
    checked_by: made.officerId,
    checked_at: made.decidedAt,
  });
}

function addEvent(batch: RowBatch, made: GeneratedCase, type: string, at: Date): void {
  const isArrival = type === 'application-received';
  batch.add('timeline_events', {
    id: newId(),
    application_id: made.id,
    type,
    happened_at: at,
    actor_kind: isArrival ? 'system' : 'staff',
    actor_id: isArrival ? null : made.officerId,
    payload: isArrival ? '{"channel":"online","hints":[]}' : '{}',
  });
}

function addRequest(batch: RowBatch, made: GeneratedCase): void {
  const answerBy = new Date(made.receivedAt.getTime() + YEAR_MS / 26);
  batch.add('evidence_requests', {
    id: newId(),
    application_id: made.id,
    state: 'open',
    asked_by: made.officerId,
    asked_at: made.receivedAt,
    answer_by_on: dayOf(answerBy),
    link_expires_at: answerBy,
    items: '[]',
    form_id: newId(),
  });
}

function addPermit(batch: RowBatch, plan: CasePlan, made: GeneratedCase): void {
  const startsAt = made.decidedAt ?? made.receivedAt;
  const endsAt = new Date(startsAt.getTime() + YEAR_MS);
  const id = newId();
  batch.add('permits', {
    id,
    reference: inventedReference(PERMIT_NUMBERS_FROM + plan.number),
    application_id: made.id,
    permit_type_code: made.typeCode,
    uprn: plan.place.uprn,
    holder_name: made.person.name,
    starts_at: startsAt,
    ends_at: endsAt,
    price_pence: 5500,
    recorded_at: startsAt,
  });
  if (plan.place.zoneCode) {
    batch.add('permit_zones', { permit_id: id, zone_code: plan.place.zoneCode });
  }
  batch.add('permit_vehicles', {
    id: newId(),
    permit_id: id,
    registration: made.person.registration,
    registration_key: lookAlikeKey(made.person.registration),
    covered_from: startsAt,
    covered_to: endsAt,
    recorded_at: startsAt,
    superseded_at: null,
  });
}
