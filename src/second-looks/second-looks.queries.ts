import type { DecisionOutcome } from '../decisions/decision.entity.js';
import { heldLettersOf, type Letter } from '../letters/letters.store.js';
import type { Reader } from '../platform/database/transaction.js';
import type { QualityCheckState } from '../quality-checks/quality-check-states.rules.js';

export interface WaitingLook {
  reference: string;
  permitTypeName: string;
  outcome: DecisionOutcome;
  decidedBy: string;
  decidedByName: string;
  askedAt: Date;
  dueAt: Date;
}

const TYPE_NAME = `COALESCE((SELECT t.name FROM permit_types t WHERE t.code = a.permit_type_code
                       ORDER BY t.valid_from DESC LIMIT 1), a.permit_type_code)`;

/** Decisions whose letter waits for a second look, the longest first. */
export async function waitingLooks(reader: Reader, limit: number): Promise<WaitingLook[]> {
  return reader.query(
    `SELECT a.reference, ${TYPE_NAME} AS permitTypeName, d.outcome, d.decided_by AS decidedBy,
            s.display_name AS decidedByName, q.asked_at AS askedAt, q.due_at AS dueAt
       FROM quality_checks q
       JOIN decisions d ON d.id = q.decision_id
       JOIN applications a ON a.id = q.application_id
       JOIN staff_accounts s ON s.id = d.decided_by
      WHERE q.state = 'waiting' ORDER BY q.asked_at, q.id LIMIT ?`,
    [limit],
  );
}

export interface SettledLook {
  permitTypeName: string;
  state: Exclude<QualityCheckState, 'waiting'>;
  settledAt: Date;
}

/** Every second look that came to its end since then, for the agreement rate. Names nobody. */
export async function settledLooksSince(reader: Reader, since: Date): Promise<SettledLook[]> {
  return reader.query(
    `SELECT ${TYPE_NAME} AS permitTypeName, q.state, q.settled_at AS settledAt
       FROM quality_checks q JOIN applications a ON a.id = q.application_id
      WHERE q.state <> 'waiting' AND q.settled_at >= ? ORDER BY q.settled_at`,
    [since],
  );
}

/** The letters that wait, whole or by text message, as they would be sent. */
export async function lettersThatWait(reader: Reader, applicationId: string): Promise<Letter[]> {
  return heldLettersOf(reader, applicationId);
}
