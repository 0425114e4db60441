import type { Reader } from '../platform/database/transaction.js';
import type { CommandKind } from './payment-actions.rules.js';

/** Payments that were read before there was a ledger, some at a time. */
export async function paymentsOutsideLedger(
  reader: Reader,
  limit: number,
): Promise<{ paymentId: string; applicationId: string }[]> {
  return reader.query(
    `SELECT p.id AS paymentId, p.application_id AS applicationId FROM payments p
       LEFT JOIN ledger_journals j ON j.payment_id = p.id
      WHERE p.state IN ('capturable', 'success') AND p.state_read_at IS NOT NULL AND j.id IS NULL
      ORDER BY p.id LIMIT ?`,
    [limit],
  );
}

/** Commands under way that no job is left for: a row of the outbox was lost or given up. */
export async function forgottenCommands(
  reader: Reader,
  limit: number,
): Promise<{ id: string; kind: CommandKind; applicationId: string; paymentId: string }[]> {
  return reader.query(
    `SELECT c.id, c.kind, c.application_id AS applicationId, c.payment_id AS paymentId
       FROM payment_commands c
      WHERE c.state IN ('requested', 'unknown', 'sent') AND NOT EXISTS (
        SELECT 1 FROM outbox_jobs o WHERE o.subject_id = c.id AND o.state = 'waiting')
      ORDER BY c.requested_at, c.id LIMIT ?`,
    [limit],
  );
}
