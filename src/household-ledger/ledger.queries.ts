import type { CaseFile } from '../case-file/case-file.queries.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
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
import { applicationColumns, matchingSelect } from './matching-applications.sql.js';

/** As many as one page can use; a property or person with more is looked up by search. */
const MOST_READ = 60;

/**
 * What is known around a case: its property, its people, its plates. At most eight questions, each
 * by an index, however many cases there are.
 */
export async function readLedger(reader: Reader, file: CaseFile, now: Date): Promise<LedgerRows> {
  const { application, property, permitType } = file;
  const { id, uprn } = application;
  const permits = await permitsHere(reader, uprn, now);
  const here = await applicationsHere(reader, id, uprn);
  const matching = await matchingApplications(reader, file);
  const known = new Map([...here, ...matching].map((one) => [one.id, one]));
  const rejected = [...known.values()].filter(({ status }) => status === 'rejected');
  return {
    current: {
      ...{ id, uprn, reference: application.reference, status: application.status },
      ...{ typeCode: permitType.code, typeName: permitType.name },
      applicantName: application.applicantName,
      email: application.applicantEmail,
      mobile: application.applicantMobile,
      address: property.address,
      postcode: property.postcode,
      registration: application.registration,
      receivedAt: application.receivedAt,
      permitEndsAt: null,
    },
    concernsPermitId: application.concernsPermitId,
    paperKinds: file.papers.map(({ kind }) => kind),
    propertyCap: property.zone?.propertyCap ?? null,
    slots: await slotsHere(reader, uprn, now),
    permits,
    here,
    matching,
    plates: await coveredPlates(reader, platesOf(file, permits), now),
    rejections: await rejectionsOf(
      reader,
      rejected.map((one) => one.id),
    ),
    movedOn: await movedOn(
      reader,
      permits.map(({ applicationId }) => applicationId),
    ),
  };
}

/** The case's plate and those on permits here: a look-alike of either is worth a look. */
function platesOf({ application }: CaseFile, permits: readonly LedgerPermit[]): string[] {
  const plates = [application.registration, ...permits.map(({ registration }) => registration)];
  return [...new Set(plates.filter((plate) => plate !== null))];
}

async function slotsHere(reader: Reader, uprn: string, now: Date): Promise<HeldSlot[]> {
  return reader.query(
    `SELECT kind, application_id AS applicationId,
            renewed_application_id AS renewedApplicationId, ends_at AS endsAt
       FROM property_slots WHERE uprn = ? AND (ends_at IS NULL OR ends_at > ?)
      ORDER BY kind, position`,
    [uprn, now],
  );
}

async function permitsHere(reader: Reader, uprn: string, now: Date): Promise<LedgerPermit[]> {
  return reader.query(
    `SELECT p.id, p.reference, p.application_id AS applicationId, a.reference AS caseReference,
            t.name AS typeName, p.holder_name AS holderName, a.applicant_email AS email,
            a.applicant_mobile AS mobile, p.starts_at AS startsAt, p.ends_at AS endsAt,
            p.ended_early_at AS endedEarlyAt,
            (SELECT v.registration FROM permit_vehicles v
              WHERE v.permit_id = p.id AND v.superseded_at IS NULL AND v.covered_to > ?
              ORDER BY v.covered_from LIMIT 1) AS registration
       FROM permits p
       JOIN applications a ON a.id = p.application_id
       JOIN permit_types t ON t.code = p.permit_type_code
        AND t.valid_from <= DATE(a.received_at)
        AND (t.valid_to IS NULL OR t.valid_to >= DATE(a.received_at))
      WHERE p.uprn = ? AND p.ends_at > ? AND (p.ended_early_at IS NULL OR p.ended_early_at > ?)
      ORDER BY p.starts_at, p.reference LIMIT ${MOST_READ}`,
    [now, uprn, now, now],
  );
}

async function applicationsHere(
  reader: Reader,
  id: string,
  uprn: string,
): Promise<LedgerApplication[]> {
  return reader.query(
    `${applicationColumns('a')} WHERE a.uprn = ? AND a.id <> ?
      ORDER BY a.received_at DESC, a.id LIMIT ${MOST_READ}`,
    [uprn, id],
  );
}

async function matchingApplications(
  reader: Reader,
  { application, property }: CaseFile,
): Promise<LedgerApplication[]> {
  const { id, applicantEmail, applicantMobile, registration } = application;
  const found = matchingSelect({
    id,
    email: applicantEmail,
    mobile: applicantMobile,
    postcode: property.postcode,
    weakKey: registration === null ? null : weakLookAlikeKey(registration),
    most: MOST_READ,
  });
  return reader.query(found.sql, found.values);
}

async function coveredPlates(
  reader: Reader,
  plates: readonly string[],
  now: Date,
): Promise<CoveredPlate[]> {
  if (plates.length === 0) return [];
  return reader.query(
    `SELECT p.id AS permitId, p.reference AS permitReference, a.reference AS caseReference,
            v.registration, v.covered_to AS coveredTo, p.uprn,
            (SELECT GROUP_CONCAT(z.zone_code ORDER BY LENGTH(z.zone_code), z.zone_code SEPARATOR ', ')
               FROM permit_zones z WHERE z.permit_id = p.id) AS zones
       FROM permit_vehicles v
       JOIN permits p ON p.id = v.permit_id
       JOIN applications a ON a.id = p.application_id
      WHERE v.registration_weak_key IN (?) AND v.superseded_at IS NULL AND v.covered_to > ?
        AND p.ends_at > ? AND (p.ended_early_at IS NULL OR p.ended_early_at > ?)
      ORDER BY v.registration, v.covered_from, v.id LIMIT ${MOST_READ}`,
    [plates.map(weakLookAlikeKey), now, now, now],
  );
}

async function rejectionsOf(reader: Reader, ids: readonly string[]): Promise<LedgerRejection[]> {
  if (ids.length === 0) return [];
  const decisions: { applicationId: string; decidedAt: Date; reasons: string }[] =
    await reader.query(
      `SELECT d.application_id AS applicationId, d.decided_at AS decidedAt, d.reasons
         FROM decisions d WHERE d.application_id IN (?) AND d.outcome = 'rejected'
        ORDER BY d.decided_at`,
      [ids],
    );
  const papers: { applicationId: string; kind: PaperKind }[] = await reader.query(
    `SELECT DISTINCT e.application_id AS applicationId, e.kind
       FROM evidence_papers e WHERE e.application_id IN (?) AND e.replaced_at IS NULL`,
    [ids],
  );
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
  return reader.query(
    `SELECT h.id AS applicationId, MAX(o.received_at) AS at
       FROM applications h
       JOIN applications o ON o.applicant_email = h.applicant_email
      WHERE h.id IN (?) AND o.uprn <> h.uprn AND o.received_at > h.received_at
      GROUP BY h.id`,
    [holders],
  );
}
