import type { Reader } from '../platform/database/transaction.js';
import type { PaidAnotherWay } from './paid-another-way.store.js';

export type PaidAnotherWayShown = PaidAnotherWay & { settledByName: string };

const SHOWN = `SELECT r.command_id AS commandId, r.application_id AS applicationId,
       r.amount_pence AS amountPence, r.reference, r.reason, r.way, r.paid_on AS paidOn,
       r.form_id AS formId,
       r.settled_by AS settledBy, s.display_name AS settledByName, r.settled_at AS settledAt
  FROM returns_another_way r JOIN staff_accounts s ON s.id = r.settled_by`;

/** Of one case, the first one first. */
export async function paidAnotherWayOf(
  reader: Reader,
  applicationId: string,
): Promise<PaidAnotherWayShown[]> {
  const rows: PaidAnotherWayShown[] = await reader.query(
    `${SHOWN} WHERE r.application_id = ? ORDER BY r.settled_at, r.command_id`,
    [applicationId],
  );
  return rows.map(withPence);
}

export async function paidAnotherWayFor(
  reader: Reader,
  commandId: string,
): Promise<PaidAnotherWayShown | null> {
  const rows: PaidAnotherWayShown[] = await reader.query(`${SHOWN} WHERE r.command_id = ?`, [
    commandId,
  ]);
  return rows[0] ? withPence(rows[0]) : null;
}

/** A BIGINT comes as text. */
function withPence<T extends { amountPence: number | string }>(row: T): T {
  return { ...row, amountPence: Number(row.amountPence) };
}
