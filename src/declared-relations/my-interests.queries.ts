import type { InterestKind } from '../conflicts-of-interest/conflict.rules.js';
import {
  conflictsWith,
  interestsOf,
  outlastedBefore,
} from '../conflicts-of-interest/conflicts.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

export interface OwnInterest {
  id: string;
  kind: InterestKind;
  value: string;
  postcode: string | null;
  isRelation: boolean;
  declaredAt: Date;
  removedAt: Date | null;
  /** Of an address: how the council's list writes it; null when the list no longer names it. */
  address: string | null;
}

/** What this person declared, and what he lately took off; for his own eyes. */
export async function ownInterests(
  reader: Reader,
  staffId: string,
  now: Date,
): Promise<OwnInterest[]> {
  const rows: (Omit<OwnInterest, 'isRelation'> & { isRelation: number })[] = await reader.query(
    `SELECT i.id, i.kind, i.value, i.postcode, i.is_relation AS isRelation,
            i.declared_at AS declaredAt, i.removed_at AS removedAt,
            CONCAT(p.address, ', ', p.town, ', ', p.postcode) AS address
       FROM declared_interests i
       LEFT JOIN properties p ON i.kind = 'address' AND p.uprn = i.value
      WHERE i.staff_id = ? AND (i.removed_at IS NULL OR i.removed_at > ?)
      ORDER BY i.removed_at IS NOT NULL, i.declared_at, i.id`,
    [staffId, outlastedBefore(now)],
  );
  return rows.map((row) => ({ ...row, isRelation: Number(row.isRelation) === 1 }));
}

/** Cases this person holds that touch what he declared: to be handed on. */
export async function heldInConflict(
  reader: Reader,
  staffId: string,
  now: Date,
): Promise<{ reference: string; version: number }[]> {
  const rows: HeldCase[] = await reader.query(
    `SELECT id, reference, version, uprn, registration, applicant_name AS applicantName,
            applicant_email AS applicantEmail, applicant_mobile AS applicantMobile,
            keeper_name AS keeperName
       FROM applications WHERE claimed_by = ? AND status = 'in_review'
      ORDER BY received_at LIMIT 200`,
    [staffId],
  );
  const interests = await interestsOf(reader, staffId, now);
  const held: HeldCase[] = [];
  for (const row of rows) {
    if ((await conflictsWith(reader, row, interests)).length > 0) held.push(row);
  }
  return held.map(({ reference, version }) => ({ reference, version }));
}

interface HeldCase {
  id: string;
  reference: string;
  version: number;
  uprn: string;
  registration: string | null;
  applicantName: string;
  applicantEmail: string | null;
  applicantMobile: string | null;
  keeperName: string | null;
}

/** The addresses of a postcode, as they are offered. */
export async function addressesAt(
  reader: Reader,
  postcode: string,
): Promise<{ uprn: string; address: string }[]> {
  return reader.query(
    `SELECT uprn, CONCAT(address, ', ', town) AS address FROM properties
      WHERE postcode = ? ORDER BY LENGTH(address), address LIMIT 200`,
    [postcode],
  );
}

export interface InterestCount {
  name: string;
  role: StaffRole;
  declared: number;
  lastDeclaredAt: Date | null;
}

/** How many each active member of staff who works cases has declared: numbers only. */
export async function interestCounts(reader: Reader): Promise<InterestCount[]> {
  const rows: (Omit<InterestCount, 'declared'> & { declared: string | number })[] =
    await reader.query(
      `SELECT s.display_name AS name, s.role, COUNT(i.id) AS declared,
              MAX(i.declared_at) AS lastDeclaredAt
         FROM staff_accounts s
         LEFT JOIN declared_interests i ON i.staff_id = s.id AND i.removed_at IS NULL
        WHERE s.disabled_at IS NULL AND s.role IN ('officer', 'support', 'supervisor')
        GROUP BY s.id, s.display_name, s.role ORDER BY s.display_name, s.id`,
    );
  return rows.map((row) => ({ ...row, declared: Number(row.declared) }));
}

export interface KeptFromCase {
  reference: string;
  name: string;
  refusedAt: Date;
}

/** Who was kept from which case in these days, newest first; never why. */
export async function keptFromCases(
  reader: Reader,
  since: Date,
  most: number,
): Promise<KeptFromCase[]> {
  return reader.query(
    `SELECT a.reference, s.display_name AS name, r.refused_at AS refusedAt
       FROM conflict_refusals r
       JOIN applications a ON a.id = r.application_id
       JOIN staff_accounts s ON s.id = r.staff_id
      WHERE r.refused_at > ? ORDER BY r.refused_at DESC, a.reference LIMIT ?`,
    [since, most],
  );
}
