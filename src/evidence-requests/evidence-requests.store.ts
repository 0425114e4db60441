import { In, IsNull } from 'typeorm';
import { isDuplicateKey, StaleWrite } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { Actor } from '../timeline/timeline-events.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { EvidenceRequestEntity } from './evidence-request.entity.js';
import { type EvidenceRequestState, stateAfter } from './evidence-request-states.rules.js';
import type { RequestedItem } from './requested-item.rules.js';

export type EvidenceRequest = Readonly<EvidenceRequestEntity>;

const WAITING = In(['open', 'lapsed']);

/** Every write below is made under the application's lock, from the state that was read under it. */
export async function insertRequest(tx: Tx, request: EvidenceRequest): Promise<void> {
  try {
    await tx.insert(EvidenceRequestEntity, request);
  } catch (error) {
    // One form, one request: its id was used before, for another case.
    if (isDuplicateKey(error)) throw new StaleWrite('request for evidence');
    throw error;
  }
}

/** The request a case waits for, or null; there is one at a time. */
async function findWaitingRequest(
  reader: Reader,
  applicationId: string,
): Promise<EvidenceRequest | null> {
  return reader.findOneBy(EvidenceRequestEntity, { applicationId, state: WAITING });
}

export async function findRequest(reader: Reader, id: string): Promise<EvidenceRequest | null> {
  return reader.findOneBy(EvidenceRequestEntity, { id });
}

/** Keeps what has come so far; the request goes on waiting. */
export async function keepItems(
  tx: Tx,
  read: EvidenceRequest,
  items: RequestedItem[],
): Promise<void> {
  await changeRequest(tx, read, { state: read.state, items });
}

export async function markAnswered(
  tx: Tx,
  read: EvidenceRequest,
  answer: { items: RequestedItem[]; at: Date },
): Promise<void> {
  const state = stateAfter(read.state, 'answer');
  await changeRequest(tx, read, { state, items: answer.items, answeredAt: answer.at });
}

export async function markLapsed(tx: Tx, read: EvidenceRequest, at: Date): Promise<void> {
  await changeRequest(tx, read, { state: stateAfter(read.state, 'lapse'), lapsedAt: at });
}

/** True for the one call that did: a reminder goes once. */
export async function markReminded(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { affected } = await tx.update(
    EvidenceRequestEntity,
    { id, state: 'open', remindedAt: IsNull() },
    { remindedAt: at },
  );
  return affected === 1;
}

type RequestChange = { state: EvidenceRequestState } & Partial<
  Pick<EvidenceRequestEntity, 'items' | 'answeredAt' | 'lapsedAt'>
>;

async function changeRequest(tx: Tx, read: EvidenceRequest, change: RequestChange): Promise<void> {
  const { affected } = await tx.update(
    EvidenceRequestEntity,
    { id: read.id, state: read.state },
    change,
  );
  if (affected !== 1) throw new StaleWrite('evidence request');
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
