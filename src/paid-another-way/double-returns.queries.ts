import type { Reader } from '../platform/database/transaction.js';
import type { DoubleReturn } from './double-returns.store.js';

export type DoubleReturnShown = Pick<DoubleReturn, 'formId' | 'commandId' | 'words'> & {
  closedByName: string;
};

/** Those of one case that a person closed. */
export async function doubleReturnsOf(
  reader: Reader,
  applicationId: string,
): Promise<DoubleReturnShown[]> {
  return reader.query(
    `SELECT r.form_id AS formId, r.command_id AS commandId, r.words,
            s.display_name AS closedByName
       FROM double_returns r JOIN staff_accounts s ON s.id = r.closed_by
      WHERE r.application_id = ? ORDER BY r.closed_at`,
    [applicationId],
  );
}
