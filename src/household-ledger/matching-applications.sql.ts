import { instant, type List } from '../platform/database/lists.js';
import type { LedgerApplication } from './ledger-rows.js';

/** Rows of the ledger: the applications `a` of which `condition` is true, the newest first. */
export function applicationsWhere(
  condition: string,
  { joined = '', values, most }: { joined?: string; values: unknown[]; most: number },
): List<LedgerApplication> {
  return {
    columns: {
      ...{ id: 'a.id', reference: 'a.reference', status: 'a.status' },
      ...{ typeCode: 'a.permit_type_code', typeName: 't.name' },
      ...{ applicantName: 'a.applicant_name', email: 'a.applicant_email' },
      ...{ mobile: 'a.applicant_mobile', uprn: 'a.uprn', address: 'pr.address' },
      ...{ postcode: 'pr.postcode', registration: 'a.registration' },
      receivedAt: instant('a.received_at'),
      permitEndsAt: instant('COALESCE(pm.ended_early_at, pm.ends_at)'),
    },
    from: `applications a
       JOIN properties pr ON pr.uprn = a.uprn
       JOIN permit_types t ON t.code = a.permit_type_code
        AND t.valid_from <= DATE(a.received_at)
        AND (t.valid_to IS NULL OR t.valid_to >= DATE(a.received_at))
       LEFT JOIN permits pm ON pm.application_id = a.id
       ${joined}
      WHERE ${condition}`,
    values,
    order: 'a.received_at DESC, a.id',
    limit: most,
  };
}

interface Sought {
  id: string;
  email: string | null;
  mobile: string | null;
  postcode: string;
  weakKey: string | null;
  most: number;
}

/**
 * The applications that share an e-mail address, a telephone number, a name at the postcode, or a
 * plate with one: each asked for by its own index, so that a UNION stays as fast as its parts.
 */
export function matchingApplications(sought: Sought): List<LedgerApplication> {
  const { id, email, mobile, postcode, weakKey, most } = sought;
  const newest = `ORDER BY received_at DESC LIMIT ${most}`;
  const parts: { sql: string; values: unknown[] }[] = [
    {
      sql: `SELECT o.id FROM applications me
              JOIN applications o ON o.name_key = me.name_key
              JOIN properties p ON p.uprn = o.uprn AND p.postcode = ?
             WHERE me.id = ? ORDER BY o.received_at DESC LIMIT ${most}`,
      values: [postcode, id],
    },
  ];
  const byColumn = (column: string, value: string | null) => {
    if (value === null) return;
    parts.push({
      sql: `SELECT id FROM applications WHERE ${column} = ? ${newest}`,
      values: [value],
    });
  };
  byColumn('applicant_email', email);
  byColumn('applicant_mobile', mobile);
  byColumn('registration_weak_key', weakKey);
  const union = parts.map(({ sql }) => `(${sql})`).join(' UNION ');
  return applicationsWhere('a.id <> ?', {
    joined: `JOIN (${union}) found ON found.id = a.id`,
    values: [...parts.flatMap(({ values }) => values), id],
    most: most * parts.length,
  });
}
