import { countWritten, isDuplicateKey } from '../platform/database/conditional-write.js';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import type { WebhookMessage, WebhookResult } from './webhook-message.rules.js';

interface Received extends WebhookMessage {
  result: WebhookResult;
  receivedAt: Date;
}

/** False when a message with this id came before; then nothing is written. */
export async function insertMessage(tx: Tx, message: Received): Promise<boolean> {
  const { source, messageId, bodySha256, eventType, providerPaymentId } = message;
  try {
    await tx.query(
      `INSERT INTO webhook_inbox (id, source, message_id, body_sha256, event_type,
                                  provider_payment_id, result, received_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[newId(), source, messageId, bodySha256, eventType, providerPaymentId],
        ...[message.result, message.receivedAt],
      ],
    );
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Takes away what was received before; answers how many rows went, at most `limit`. */
export function forgetMessages(tx: Tx, before: Date, limit: number): Promise<number> {
  return countWritten(
    tx,
    `DELETE FROM webhook_inbox WHERE received_at < ? ORDER BY received_at LIMIT ${Math.trunc(limit)}`,
    [before],
  );
}
