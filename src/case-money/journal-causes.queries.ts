import type { DecisionOutcome } from '../decisions/decision.entity.js';
import type { CommandCause } from '../payments/payment-actions.rules.js';
import type { Reader } from '../platform/database/transaction.js';

/** Why a journal was posted: the command it came of, and who wanted that. */
export interface JournalCause {
  commandId: string;
  cause: CommandCause;
  outcome: DecisionOutcome | null;
  decidedBy: string | null;
}

export async function journalCausesOf(
  reader: Reader,
  applicationId: string,
): Promise<JournalCause[]> {
  return reader.query(
    `SELECT c.id AS commandId, c.cause_kind AS cause, d.outcome, s.display_name AS decidedBy
       FROM payment_commands c
       LEFT JOIN decisions d ON d.id = c.decision_id
       LEFT JOIN staff_accounts s ON s.id = d.decided_by
      WHERE c.application_id = ?`,
    [applicationId],
  );
}
