import type { Reader } from '../platform/database/transaction.js';
import type { CommandKind } from './payment-actions.rules.js';

export interface PaymentToSettle {
  commandId: string;
  reference: string;
  kind: CommandKind;
  amountPence: number;
  problem: string | null;
  attempts: number;
  requestedAt: Date;
}

/** Commands that a machine could not carry out and a person must look at, oldest first. */
export async function paymentsToSettle(reader: Reader, limit: number): Promise<PaymentToSettle[]> {
  return reader.query(
    `SELECT c.id AS commandId, a.reference, c.kind, c.amount_pence AS amountPence,
            c.last_problem AS problem, c.attempts, c.requested_at AS requestedAt
       FROM payment_commands c JOIN applications a ON a.id = c.application_id
      WHERE c.state = 'needs_attention' ORDER BY c.requested_at, c.id LIMIT ?`,
    [limit],
  );
}

export async function countPaymentsToSettle(reader: Reader): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM payment_commands WHERE state = 'needs_attention'`,
  );
  return Number(row?.count ?? 0);
}
