import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import { TimelineEventEntity } from './timeline-event.entity.js';
import type { Actor, TimelineEvent } from './timeline-events.rules.js';

interface Occasion {
  applicationId: string;
  actor: Actor;
  at: Date;
}

/** Adds one fact to the case, in the transaction that made it true. Nothing is ever changed here. */
export async function recordEvent(tx: Tx, occasion: Occasion, event: TimelineEvent): Promise<void> {
  await tx.insert(TimelineEventEntity, {
    id: newId(),
    applicationId: occasion.applicationId,
    type: event.type,
    happenedAt: occasion.at,
    actorKind: occasion.actor.kind,
    actorId: 'id' in occasion.actor ? occasion.actor.id : null,
    payload: event.payload,
  });
}
