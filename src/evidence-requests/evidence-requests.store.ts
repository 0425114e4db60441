import { In } from 'typeorm';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { Actor } from '../timeline/timeline-events.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { EvidenceRequestEntity } from './evidence-request.entity.js';

export type EvidenceRequest = Readonly<EvidenceRequestEntity>;
export type { RequestedItem } from './evidence-request.entity.js';

const WAITING = In(['open', 'lapsed']);

/** The request a case waits for, or null; there is one at a time. */
export async function findWaitingRequest(
  reader: Reader,
  applicationId: string,
): Promise<EvidenceRequest | null> {
  return reader.findOneBy(EvidenceRequestEntity, { applicationId, state: WAITING });
}

export async function findRequest(reader: Reader, id: string): Promise<EvidenceRequest | null> {
  return reader.findOneBy(EvidenceRequestEntity, { id });
}

/** Every request of a case, newest first. */
export async function requestsOf(
  reader: Reader,
  applicationId: string,
): Promise<EvidenceRequest[]> {
  return reader.find(EvidenceRequestEntity, {
    where: { applicationId },
    order: { askedAt: 'DESC', id: 'DESC' },
  });
}

/**
 * Closes the request a case waits for, because an officer takes the case back or it is decided.
 * Does nothing when none waits. The caller holds the application's lock.
 */
export async function closeOpenRequest(
  tx: Tx,
  closing: { applicationId: string; actor: Actor; at: Date },
): Promise<void> {
  const request = await findWaitingRequest(tx, closing.applicationId);
  if (!request) return;
  await tx.update(
    EvidenceRequestEntity,
    { id: request.id, state: WAITING },
    { state: 'closed', closedAt: closing.at },
  );
  await recordEvent(tx, closing, {
    type: 'evidence-request-closed',
    payload: { requestId: request.id },
  });
}
