/** One row of the ledger; follow it with a WHERE. */
export function applicationColumns(alias: string): string {
  return `SELECT ${alias}.id, ${alias}.reference, ${alias}.status,
            ${alias}.permit_type_code AS typeCode, t.name AS typeName,
            ${alias}.applicant_name AS applicantName, ${alias}.applicant_email AS email,
            ${alias}.applicant_mobile AS mobile, ${alias}.uprn, pr.address, pr.postcode,
            ${alias}.registration, ${alias}.received_at AS receivedAt,
            COALESCE(pm.ended_early_at, pm.ends_at) AS permitEndsAt
       FROM applications ${alias}
       JOIN properties pr ON pr.uprn = ${alias}.uprn
       JOIN permit_types t ON t.code = ${alias}.permit_type_code
        AND t.valid_from <= DATE(${alias}.received_at)
        AND (t.valid_to IS NULL OR t.valid_to >= DATE(${alias}.received_at))
       LEFT JOIN permits pm ON pm.application_id = ${alias}.id`;
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
export function matchingSelect(sought: Sought): { sql: string; values: unknown[] } {
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
  return {
    sql: `${applicationColumns('a')}
       JOIN (${union}) found ON found.id = a.id
      WHERE a.id <> ? ORDER BY a.received_at DESC, a.id LIMIT ${most * parts.length}`,
    values: [...parts.flatMap(({ values }) => values), id],
  };
}
