import type { CaseFile } from '../case-file/case-file.queries.js';
import { EXCEPTION_PAPER, type PaperKind } from '../permit-types/paper-kinds.rules.js';
import { instant, type List } from '../platform/database/lists.js';
import { readList, readingTogether } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import { weakLookAlikeKey } from '../shared/vehicle-registration.js';
import type {
  CoveredPlate,
  HeldSlot,
  LedgerApplication,
  LedgerPermit,
  LedgerRejection,
  LedgerRows,
} from './ledger-rows.js';
import { applicationsWhere, matchingApplications } from './matching-applications.sql.js';

/** As many as one page can use; a property or person with more is looked up by search. */
const MOST_READ = 60;

/**
 * What is known around a case: its property, its people, its plates. Asked in two
 * turns, each list by an index, however many cases there are.
 */
export async function readLedger(
  anyReader: Reader,
  file: CaseFile,
  now: Date,
): Promise<LedgerRows> {
  const reader = readingTogether(anyReader);
  const { application, property } = file;
  const { id, uprn } = application;
  const [permits, here, matching, slots] = await Promise.all([
    permitsHere(reader, uprn, now),
    applicationsHere(reader, id, uprn),
    readList(reader, sharingWith(file)),
    slotsHere(reader, uprn, now),
  ]);
  const known = new Map([...here, ...matching].map((one) => [one.id, one]));
  const rejected = [...known.values()].filter(({ status }) => status === 'rejected');
  const rejectedIds = rejected.map((one) => one.id);
  const holders = permits.map(({ applicationId }) => applicationId);
  const [plates, rejections, moved] = await Promise.all([
    coveredPlates(reader, platesOf(file, permits), now),
    rejectionsOf(reader, rejectedIds),
    movedOn(reader, holders),
  ]);
  return {
    current: currentOf(file),
    concernsPermitId: application.concernsPermitId,
    paperKinds: file.papers.map(({ kind }) => kind),
    propertyCap: property.zone?.propertyCap ?? null,
    slots,
    permits,
    here,
    matching,
    plates,
    rejections,
    movedOn: moved,
  };
}

/** The case itself as one row of its ledger. */
function currentOf({ application, property, permitType }: CaseFile): LedgerApplication {
  const { id, uprn, reference, status, registration, receivedAt } = application;
  return {
    ...{ id, uprn, reference, status, registration, receivedAt },
    ...{ typeCode: permitType.code, typeName: permitType.name },
    applicantName: application.applicantName,
    email: application.applicantEmail,
    mobile: application.applicantMobile,
    address: property.address,
    postcode: property.postcode,
    permitEndsAt: null,
  };
}

/** The case's plate and those on permits here: a look-alike of either is worth a look. */
function platesOf({ application }: CaseFile, permits: readonly LedgerPermit[]): string[] {
  const plates = [application.registration, ...permits.map(({ registration }) => registration)];
  return [...new Set(plates.filter((plate) => plate !== null))];
}

async function slotsHere(reader: Reader, uprn: string, now: Date): Promise<HeldSlot[]> {
  return readList<HeldSlot>(reader, {
    columns: {
      ...{ kind: 'kind', applicationId: 'application_id' },
      ...{ renewedApplicationId: 'renewed_application_id', endsAt: instant('ends_at') },
    },
    from: 'property_slots WHERE uprn = ? AND (ends_at IS NULL OR ends_at > ?)',
    values: [uprn, now],
    order: 'kind, position',
  });
}

async function permitsHere(reader: Reader, uprn: string, now: Date): Promise<LedgerPermit[]> {
  return readList<LedgerPermit>(reader, {
    columns: {
      ...{ id: 'p.id', reference: 'p.reference', applicationId: 'p.application_id' },
      ...{ caseReference: 'a.reference', typeName: 't.name', holderName: 'p.holder_name' },
      ...{ email: 'a.applicant_email', mobile: 'a.applicant_mobile' },
      ...{ startsAt: instant('p.starts_at'), endsAt: instant('p.ends_at') },
      endedEarlyAt: instant('p.ended_early_at'),
      registration: `(SELECT v.registration FROM permit_vehicles v
              WHERE v.permit_id = p.id AND v.superseded_at IS NULL AND v.covered_to > ?
              ORDER BY v.covered_from LIMIT 1)`,
    },
    from: `permits p
       JOIN applications a ON a.id = p.application_id
       JOIN permit_types t ON t.code = p.permit_type_code
        AND t.valid_from <= DATE(a.received_at)
        AND (t.valid_to IS NULL OR t.valid_to >= DATE(a.received_at))
      WHERE p.uprn = ? AND p.ends_at > ? AND (p.ended_early_at IS NULL OR p.ended_early_at > ?)`,
    values: [now, uprn, now, now],
    order: 'p.starts_at, p.reference',
    limit: MOST_READ,
  });
}

async function applicationsHere(
  reader: Reader,
  id: string,
  uprn: string,
): Promise<LedgerApplication[]> {
  const wish = { values: [uprn, id], most: MOST_READ };
  return readList(reader, applicationsWhere('a.uprn = ? AND a.id <> ?', wish));
}

function sharingWith({ application, property }: CaseFile): List<LedgerApplication> {
  const { id, applicantEmail, applicantMobile, registration } = application;
  return matchingApplications({
    id,
    email: applicantEmail,
    mobile: applicantMobile,
    postcode: property.postcode,
    weakKey: registration === null ? null : weakLookAlikeKey(registration),
    most: MOST_READ,
  });
}

async function coveredPlates(
  reader: Reader,
  plates: readonly string[],
  now: Date,
): Promise<CoveredPlate[]> {
  if (plates.length === 0) return [];
  return readList<CoveredPlate>(reader, {
    columns: {
      ...{ permitId: 'p.id', permitReference: 'p.reference', caseReference: 'a.reference' },
      ...{ registration: 'v.registration', coveredTo: instant('v.covered_to'), uprn: 'p.uprn' },
      zones: `(SELECT GROUP_CONCAT(z.zone_code ORDER BY LENGTH(z.zone_code), z.zone_code SEPARATOR ', ')
               FROM permit_zones z WHERE z.permit_id = p.id)`,
    },
    from: `permit_vehicles v
       JOIN permits p ON p.id = v.permit_id
       JOIN applications a ON a.id = p.application_id
      WHERE v.registration_weak_key IN (?) AND v.superseded_at IS NULL AND v.covered_to > ?
        AND p.ends_at > ? AND (p.ended_early_at IS NULL OR p.ended_early_at > ?)`,
    values: [plates.map(weakLookAlikeKey), now, now, now],
    order: 'v.registration, v.covered_from, v.id',
    limit: MOST_READ,
  });
}

async function rejectionsOf(reader: Reader, ids: readonly string[]): Promise<LedgerRejection[]> {
  if (ids.length === 0) return [];
  const [decisions, papers] = await Promise.all([
    readList<{ applicationId: string; decidedAt: Date; reasons: string }>(reader, {
      columns: {
        ...{ applicationId: 'd.application_id', reasons: 'd.reasons' },
        decidedAt: instant('d.decided_at'),
      },
      from: "decisions d WHERE d.application_id IN (?) AND d.outcome = 'rejected'",
      values: [ids],
      order: 'd.decided_at',
    }),
    readList<{ applicationId: string; kind: PaperKind }>(reader, {
      columns: { applicationId: 'e.application_id', kind: 'e.kind' },
      from: `evidence_papers e WHERE e.application_id IN (?) AND e.replaced_at IS NULL
              AND e.kind <> '${EXCEPTION_PAPER}'
             GROUP BY e.application_id, e.kind`,
      values: [ids],
    }),
  ]);
  // A case decided twice is spoken of by its last decision.
  const last = new Map(decisions.map((one) => [one.applicationId, one]));
  return [...last.values()].map(({ applicationId, decidedAt, reasons }) => ({
    applicationId,
    decidedAt,
    reasons: (JSON.parse(reasons) as { words: string }[]).map(({ words }) => words),
    paperKinds: papers.filter((one) => one.applicationId === applicationId).map(({ kind }) => kind),
  }));
}

async function movedOn(reader: Reader, holders: readonly string[]): Promise<LedgerRows['movedOn']> {
  if (holders.length === 0) return [];
  return readList<LedgerRows['movedOn'][number]>(reader, {
    columns: { applicationId: 'h.id', at: instant('MAX(o.received_at)') },
    from: `applications h
       JOIN applications o ON o.applicant_email = h.applicant_email
      WHERE h.id IN (?) AND o.uprn <> h.uprn AND o.received_at > h.received_at
      GROUP BY h.id`,
    values: [holders],
  });
}
