import { newId } from '../../src/platform/database/new-id.js';
import { paperKindTerms } from '../../src/permit-types/paper-kinds.rules.js';
import { lookAlikeKey } from '../../src/shared/vehicle-registration.js';
import { dayOf } from './case-rows.js';
import { type Connection, inBulk, RowBatch } from './insert-rows.js';
import {
  inventedPerson,
  inventedReference,
  ownRegistration,
  steadyRandom,
} from './invented-people.js';

const HOUR_MS = 3_600_000;
const NUMBERS_FROM = 2_000_000_000;
const PAPERS = ['utility_bill', 'v5c'] as const;

interface Wishes {
  clientId: string;
  zoneCode: string;
  officerIds: readonly string[];
  /** How many there are already. */
  from: number;
  /** For each officer. */
  each: number;
  sandboxUrl: string;
  now: Date;
}

/**
 * Cases in review with everything proved and the money held at the sandbox, each at a property of
 * its own: all that is left to do is to approve them. References by officer.
 */
export async function addCasesToApprove(
  connection: Connection,
  wishes: Wishes,
): Promise<Map<string, string[]>> {
  const batch = new RowBatch();
  const byOfficer = new Map<string, string[]>();
  let number = NUMBERS_FROM + wishes.from;
  for (const officerId of wishes.officerIds) {
    const references: string[] = [];
    for (let made = 0; made < wishes.each; made += 1) {
      number += 1;
      const paymentId = await heldPayment(wishes.sandboxUrl, number);
      references.push(addOne(batch, { ...wishes, officerId, number, paymentId }));
    }
    byOfficer.set(officerId, references);
  }
  await inBulk(connection, () => batch.write(connection));
  return byOfficer;
}

type One = Wishes & { officerId: string; number: number; paymentId: string };

function addOne(batch: RowBatch, one: One): string {
  const { number, now, officerId } = one;
  const id = newId();
  const uprn = String(980_000_000_000 + (number - NUMBERS_FROM));
  const receivedAt = new Date(now.getTime() - HOUR_MS);
  const holdEndsAt = new Date(receivedAt.getTime() + 120 * HOUR_MS);
  addProperty(batch, uprn, one);
  batch.add('applications', {
    ...applicant(number),
    ...{ id, reference: inventedReference(number), version: 1, status: 'in_review' },
    ...{ client_id: one.clientId, client_reference: `APPROVE-${number}` },
    ...{ body_sha256: '0'.repeat(64), permit_type_code: 'resident', uprn },
    ...{ zone_code: one.zoneCode, received_at: receivedAt, declared_at: receivedAt },
    ...{ start_on: dayOf(now), duration_months: 12, price_pence: 5500, claimed_by: officerId },
    ...{ claimed_at: now, claimed_until: new Date(now.getTime() + 5 * HOUR_MS) },
    ...{ hold_ends_at: holdEndsAt, paused_seconds: 0 },
  });
  PAPERS.forEach((kind, index) =>
    addAcceptedPaper(batch, { ...{ id, kind, receivedAt, officerId }, position: index + 1 }),
  );
  batch.add('payments', {
    ...{ id: newId(), application_id: id, provider_payment_id: one.paymentId, amount_pence: 5500 },
    ...{ state: 'capturable', refunded_pence: 0, hold_ends_at: holdEndsAt },
    ...{ state_read_at: receivedAt, created_at: receivedAt },
  });
  return inventedReference(number);
}

function addProperty(batch: RowBatch, uprn: string, { number, now, zoneCode }: One): void {
  const address = `${number} Benchmark Row`;
  const place = { uprn, address, town: 'Loughborough', postcode: 'LE11 9ZZ' };
  batch.add('properties', { ...place, recorded_at: now, removed_at: null });
  const zone = { uprn, zone_code: zoneCode, valid_from: '2020-01-01', valid_to: null };
  batch.add('property_zones', zone);
}

function applicant(number: number) {
  const { name, email, mobile } = inventedPerson(number, steadyRandom(number));
  const registration = ownRegistration(number);
  return {
    ...{ applicant_name: name, applicant_email: email, applicant_mobile: mobile },
    ...{ contact_preference: 'email', keeper_name: name, keeper_kind: 'own' },
    ...{ registration, registration_key: lookAlikeKey(registration), vehicle_class: 'car' },
  };
}

interface Paper {
  id: string;
  kind: (typeof PAPERS)[number];
  position: number;
  receivedAt: Date;
  officerId: string;
}

function addAcceptedPaper(batch: RowBatch, paper: Paper): void {
  const paperId = newId();
  const file = {
    ...{ content_type: 'image/jpeg', bytes: 200_000, sha256: paperId.padEnd(64, '0').slice(0, 64) },
    ...{ storage_name: paperId.replaceAll('-', ''), wrapped_key: 'none' },
  };
  batch.add('evidence_papers', {
    ...{ id: paperId, application_id: paper.id, position: paper.position, kind: paper.kind },
    ...{ received_at: paper.receivedAt, ...file, original_name: `${paper.kind}.jpg` },
  });
  batch.add('evidence_pages', {
    ...{ paper_id: paperId, page_number: 1, ...file, width: 800, height: 1100 },
  });
  const marks = paperKindTerms(paper.kind).facts.map((fact) => [
    fact,
    { mark: 'matches', why: null },
  ]);
  batch.add('paper_checks', {
    ...{ paper_id: paperId, application_id: paper.id, verdict: 'accept', note: null },
    ...{ dated_on: dayOf(paper.receivedAt), marks: JSON.stringify(Object.fromEntries(marks)) },
    ...{ reference_last4: paper.kind === 'v5c' ? '4321' : null },
    ...{ checked_by: paper.officerId, checked_at: paper.receivedAt },
  });
}

async function heldPayment(sandboxUrl: string, number: number): Promise<string> {
  const answer = await fetch(`${sandboxUrl}/control/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ state: 'held', amount: 5500, reference: `APPROVE-${number}` }),
  });
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`);
  return ((await answer.json()) as { payment_id: string }).payment_id;
}
