import { countWritten, isDuplicateKey } from '../platform/database/conditional-write.js';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import { type FindingKind, openKeyOf, type WebhookMessage } from './webhook-message.rules.js';

/** Asks a person to look into a message; false when the same is being asked already. */
export async function openFinding(
  tx: Tx,
  kind: FindingKind,
  message: WebhookMessage,
  at: Date,
): Promise<boolean> {
  const { source, messageId, bodySha256, eventType, providerPaymentId } = message;
  try {
    await tx.query(
      `INSERT INTO webhook_findings (id, kind, source, message_id, body_sha256, event_type,
                                     provider_payment_id, open_key, found_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[newId(), kind, source, messageId, bodySha256, eventType, providerPaymentId],
        ...[openKeyOf(kind, message), at],
      ],
    );
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

interface Settlement {
  by: string;
  reason: string;
  at: Date;
}

/** True for the one person who settled it. */
export async function settleFinding(tx: Tx, id: string, settled: Settlement): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE webhook_findings
        SET open_key = NULL, settled_at = ?, settled_by = ?, reason = ?
      WHERE id = ? AND settled_at IS NULL`,
    [settled.at, settled.by, settled.reason, id],
  );
  return written === 1;
}

/** A message may overtake the application it belongs to: such findings are settled by nobody. */
export function settleArrivedOrphans(tx: Tx, at: Date): Promise<number> {
  return countWritten(
    tx,
    `UPDATE webhook_findings f JOIN payments p ON p.provider_payment_id = f.provider_payment_id
        SET f.open_key = NULL, f.settled_at = ?
      WHERE f.kind = 'orphan' AND f.settled_at IS NULL`,
    [at],
  );
}
