import type { Reader } from '../platform/database/transaction.js';
import type { CaseOfToday } from './other-people-named.rules.js';

/** More than anybody works on in a day. */
const MOST_CASES = 200;

/** The other cases that this officer worked on or had open since this instant, the latest first. */
export async function otherCasesSince(
  reader: Reader,
  { staffId, applicationId, since }: { staffId: string; applicationId: string; since: Date },
): Promise<CaseOfToday[]> {
  return reader.query(
    `SELECT a.reference, a.applicant_name AS applicantName, a.registration
       FROM applications a
       JOIN (SELECT application_id, MAX(at) AS at
               FROM (SELECT application_id, happened_at AS at FROM timeline_events
                      WHERE actor_id = ? AND happened_at >= ?
                     UNION ALL
                     SELECT application_id, seen_at AS at FROM case_presence
                      WHERE staff_id = ? AND seen_at >= ?) met
              GROUP BY application_id ORDER BY at DESC LIMIT ?) today ON today.application_id = a.id
      WHERE a.id <> ? ORDER BY today.at DESC, a.reference`,
    [staffId, since, staffId, since, MOST_CASES, applicationId],
  );
}
