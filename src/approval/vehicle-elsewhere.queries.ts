import type { Application } from '../applications/applications.store.js';
import type { Reader } from '../platform/database/transaction.js';
import type { VehicleElsewhere } from './vehicle-elsewhere.rules.js';

/** More than one page can use; the rest is found by search. */
const MOST_OF_EACH = 10;

/**
 * Where the very same registration is live on another permit, or waits for a decision at another
 * property (R-VC-5). Not the permit that this application renews or changes.
 */
export async function vehicleElsewhere(
  reader: Reader,
  application: Application,
  now: Date,
): Promise<VehicleElsewhere[]> {
  const { id, uprn, registration, registrationKey, concernsPermitId } = application;
  if (registration === null) return [];
  const rows: (Omit<VehicleElsewhere, 'isHere'> & { isHere: number })[] = await reader.query(
    `(SELECT 'permit' AS \`is\`, p.reference, a.reference AS caseReference, p.uprn = ? AS isHere,
             (SELECT GROUP_CONCAT(z.zone_code ORDER BY LENGTH(z.zone_code), z.zone_code SEPARATOR ', ')
                FROM permit_zones z WHERE z.permit_id = p.id) AS zones,
             v.covered_to AS coveredTo
        FROM permit_vehicles v
        JOIN permits p ON p.id = v.permit_id
        JOIN applications a ON a.id = p.application_id
       WHERE v.registration_key = ? AND v.registration = ? AND v.superseded_at IS NULL
         AND v.covered_to > ? AND p.ends_at > ?
         AND (p.ended_early_at IS NULL OR p.ended_early_at > ?) AND p.id <> ?
       ORDER BY p.reference LIMIT ${MOST_OF_EACH})
     UNION ALL
     (SELECT 'application', a.reference, a.reference, 0, NULL, NULL
        FROM applications a
       WHERE a.registration_key = ? AND a.registration = ? AND a.uprn <> ? AND a.id <> ?
         AND a.status IN ('submitted', 'in_review', 'awaiting_evidence')
       ORDER BY a.reference LIMIT ${MOST_OF_EACH})`,
    [
      ...[uprn, registrationKey, registration, now, now, now, concernsPermitId ?? ''],
      ...[registrationKey, registration, uprn, id],
    ],
  );
  return rows.map((row) => ({ ...row, isHere: Number(row.isHere) === 1 }));
}
