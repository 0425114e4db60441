import type { Reader } from '../platform/database/transaction.js';
import type { FindingKind, WebhookResult, WebhookSource } from './webhook-message.rules.js';

/** The hash of the body that came first under this id. */
export async function bodyReceivedAs(
  reader: Reader,
  source: WebhookSource,
  messageId: string,
): Promise<string | null> {
  const rows: { body_sha256: string }[] = await reader.query(
    'SELECT body_sha256 FROM webhook_inbox WHERE source = ? AND message_id = ?',
    [source, messageId],
  );
  return rows[0]?.body_sha256 ?? null;
}

export interface ReceivedMessage {
  receivedAt: Date;
  messageId: string;
  eventType: string;
  providerPaymentId: string;
  result: WebhookResult;
  /** The case of the payment, by what is known now. */
  reference: string | null;
  paymentReadAt: Date | null;
}

/** The newest first. */
export async function latestMessages(reader: Reader, limit: number): Promise<ReceivedMessage[]> {
  return reader.query(
    `SELECT m.received_at AS receivedAt, m.message_id AS messageId, m.event_type AS eventType,
            m.provider_payment_id AS providerPaymentId, m.result,
            a.reference, p.state_read_at AS paymentReadAt
       FROM webhook_inbox m
       LEFT JOIN payments p ON p.provider_payment_id = m.provider_payment_id
       LEFT JOIN applications a ON a.id = p.application_id
      ORDER BY m.received_at DESC, m.id DESC LIMIT ${Math.trunc(limit)}`,
  );
}

/** Something about a message that a person must look into, or has. */
export interface WebhookFinding {
  id: string;
  kind: FindingKind;
  messageId: string;
  bodySha256: string;
  eventType: string;
  providerPaymentId: string;
  /** The case of the payment, by what is known now. */
  reference: string | null;
  foundAt: Date;
  settledAt: Date | null;
  /** Null while open, and when the application arrived after the message. */
  settledByName: string | null;
  reason: string | null;
}

const FINDING = `
  SELECT f.id, f.kind, f.message_id AS messageId, f.body_sha256 AS bodySha256,
         f.event_type AS eventType, f.provider_payment_id AS providerPaymentId, a.reference,
         f.found_at AS foundAt, f.settled_at AS settledAt, s.display_name AS settledByName, f.reason
    FROM webhook_findings f LEFT JOIN staff_accounts s ON s.id = f.settled_by
    LEFT JOIN payments p ON p.provider_payment_id = f.provider_payment_id
    LEFT JOIN applications a ON a.id = p.application_id`;

/** The oldest first. */
export async function openFindings(reader: Reader, limit: number): Promise<WebhookFinding[]> {
  return reader.query(
    `${FINDING} WHERE f.settled_at IS NULL ORDER BY f.found_at, f.id LIMIT ${Math.trunc(limit)}`,
  );
}

/** The latest first. */
export async function settledFindings(reader: Reader, limit: number): Promise<WebhookFinding[]> {
  return reader.query(
    `${FINDING} WHERE f.settled_at IS NOT NULL
      ORDER BY f.settled_at DESC, f.id DESC LIMIT ${Math.trunc(limit)}`,
  );
}

export async function findFinding(reader: Reader, id: string): Promise<WebhookFinding | null> {
  const rows: WebhookFinding[] = await reader.query(`${FINDING} WHERE f.id = ?`, [id]);
  return rows[0] ?? null;
}

/** How many messages a person must still look into: for boards and My work. */
export async function countOpenFindings(reader: Reader): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    'SELECT COUNT(*) AS count FROM webhook_findings WHERE settled_at IS NULL',
  );
  return Number(row?.count ?? 0);
}

/** The messages about one payment of the provider, the oldest first. */
export async function messagesAbout(
  reader: Reader,
  providerPaymentId: string,
  limit: number,
): Promise<{ receivedAt: Date; eventType: string; messageId: string }[]> {
  return reader.query(
    `SELECT received_at AS receivedAt, event_type AS eventType, message_id AS messageId
       FROM webhook_inbox WHERE provider_payment_id = ?
      ORDER BY received_at, id LIMIT ${Math.trunc(limit)}`,
    [providerPaymentId],
  );
}
