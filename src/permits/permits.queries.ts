import type { Reader } from '../platform/database/transaction.js';

export interface PermitAtProperty {
  reference: string;
  permitTypeName: string;
  holderName: string;
  startsAt: Date;
  endsAt: Date;
  endedEarlyAt: Date | null;
  /** What it covers at the instant asked about; null for a permit without a vehicle. */
  registration: string | null;
  applicationReference: string;
}

/** The permits of a property that have not ended by that instant, oldest first. */
export async function permitsAtProperty(
  reader: Reader,
  uprn: string,
  at: Date,
): Promise<PermitAtProperty[]> {
  return reader.query(
    `SELECT p.reference, t.name AS permitTypeName, p.holder_name AS holderName, p.starts_at AS startsAt,
            p.ends_at AS endsAt, p.ended_early_at AS endedEarlyAt, a.reference AS applicationReference,
            (SELECT v.registration FROM permit_vehicles v
              WHERE v.permit_id = p.id AND v.superseded_at IS NULL AND v.covered_to > ?
              ORDER BY v.covered_from LIMIT 1) AS registration
       FROM permits p
       JOIN applications a ON a.id = p.application_id
       JOIN permit_types t ON t.code = p.permit_type_code
        AND t.valid_from <= DATE(a.received_at)
        AND (t.valid_to IS NULL OR t.valid_to >= DATE(a.received_at))
      WHERE p.uprn = ? AND p.ends_at > ? AND (p.ended_early_at IS NULL OR p.ended_early_at > ?)
      ORDER BY p.starts_at, p.reference`,
    [at, uprn, at, at],
  );
}
