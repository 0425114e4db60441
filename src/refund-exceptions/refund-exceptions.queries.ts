import type { Reader } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import type { ExceptionState } from './exception-states.rules.js';
import type { ExceptionReason } from './exception-words.rules.js';

/** One request as lists show it; of the resident there is only the case. */
export interface ExceptionRow {
  id: string;
  reference: string;
  amountPence: Pence;
  reason: ExceptionReason;
  state: ExceptionState;
  requestedById: string;
  requestedByName: string;
  requestedAt: Date;
  lapsesAt: Date;
  settledByName: string | null;
  settledAt: Date | null;
}

const COLUMNS = `e.id, a.reference, e.amount_pence AS amountPence, e.reason, e.state,
  e.requested_by AS requestedById, s.display_name AS requestedByName,
  e.requested_at AS requestedAt, e.lapses_at AS lapsesAt,
  o.display_name AS settledByName, e.settled_at AS settledAt`;

const TABLES = `refund_exceptions e
  JOIN applications a ON a.id = e.application_id
  JOIN staff_accounts s ON s.id = e.requested_by
  LEFT JOIN staff_accounts o ON o.id = e.settled_by`;

/** Requests that wait for an answer, the oldest first. */
export async function waitingExceptions(reader: Reader, limit: number): Promise<ExceptionRow[]> {
  const rows: ExceptionRow[] = await reader.query(
    `SELECT ${COLUMNS} FROM ${TABLES}
      WHERE e.state = 'requested' ORDER BY e.requested_at, e.id LIMIT ?`,
    [limit],
  );
  return rows.map(withNumbers);
}

/** The last that were answered, taken back or lapsed, the latest first. */
export async function settledExceptions(reader: Reader, limit: number): Promise<ExceptionRow[]> {
  const rows: ExceptionRow[] = await reader.query(
    `SELECT ${COLUMNS} FROM ${TABLES}
      WHERE e.state <> 'requested' ORDER BY e.settled_at DESC, e.id DESC LIMIT ?`,
    [limit],
  );
  return rows.map(withNumbers);
}

/** Every request of one case, the newest first. */
export async function exceptionsOfCase(
  reader: Reader,
  applicationId: string,
): Promise<ExceptionRow[]> {
  const rows: ExceptionRow[] = await reader.query(
    `SELECT ${COLUMNS} FROM ${TABLES}
      WHERE e.application_id = ? ORDER BY e.requested_at DESC, e.id DESC`,
    [applicationId],
  );
  return rows.map(withNumbers);
}

function withNumbers(row: ExceptionRow): ExceptionRow {
  return { ...row, amountPence: Number(row.amountPence) };
}
