import type { Reader } from '../platform/database/transaction.js';
import type { LocalDate } from '../shared/london-date.js';

export interface OpenReviewRow {
  reference: string;
  permitTypeName: string;
  receivedOn: LocalDate;
  answerByOn: LocalDate;
  /** Ids of everybody who decided the case, parted by commas. */
  deciders: string;
  decidedByName: string;
}

/** Reviews nobody has answered, the first to be answered first. */
export async function openReviews(reader: Reader, limit: number): Promise<OpenReviewRow[]> {
  return reader.query(
    `SELECT a.reference, r.received_on AS receivedOn, r.answer_by_on AS answerByOn,
            s.display_name AS decidedByName,
            (SELECT GROUP_CONCAT(every.decided_by) FROM decisions every
              WHERE every.application_id = a.id) AS deciders,
            COALESCE((SELECT t.name FROM permit_types t WHERE t.code = a.permit_type_code
                       ORDER BY t.valid_from DESC LIMIT 1), a.permit_type_code) AS permitTypeName
       FROM decision_reviews r
       JOIN applications a ON a.id = r.application_id
       JOIN decisions d ON d.id = r.decision_id
       JOIN staff_accounts s ON s.id = d.decided_by
      WHERE r.outcome IS NULL ORDER BY r.answer_by_on, r.opened_at LIMIT ?`,
    [limit],
  );
}
