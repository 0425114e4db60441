import type { Reader } from '../platform/database/transaction.js';
import type { ApplicationStatus } from './application-status.rules.js';

export interface PendingAtProperty {
  reference: string;
  applicantName: string;
  permitTypeCode: string;
  status: ApplicationStatus;
  receivedAt: Date;
}

/** Applications at a property that wait for a decision, oldest first. */
export async function pendingAtProperty(
  reader: Reader,
  uprn: string,
): Promise<PendingAtProperty[]> {
  return reader.query(
    `SELECT reference, applicant_name AS applicantName, permit_type_code AS permitTypeCode,
            status, received_at AS receivedAt
       FROM applications
      WHERE uprn = ? AND status IN ('submitted', 'in_review', 'awaiting_evidence')
      ORDER BY received_at, id`,
    [uprn],
  );
}
