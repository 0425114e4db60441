import { type Application, changeStatus } from '../applications/applications.store.js';
import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { pauseEnded } from '../applications/pause.rules.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import { closeOpenRequest } from '../evidence-requests/evidence-requests.store.js';
import { endHold } from '../holds/holds.store.js';
import { isOnHold } from '../holds/wake-date.rules.js';
import { closePaymentRequest } from '../payment-requests/payment-requests.store.js';
import type { Tx } from '../platform/database/transaction.js';
import { recordEvent } from '../timeline/timeline.store.js';
import type { TimelineEvent } from '../timeline/timeline-events.rules.js';
import { leaseEnd } from './lease.rules.js';

type Taken = Extract<TimelineEvent, { type: 'case-claimed' | 'case-taken-over' | 'case-assigned' }>;

interface Taking {
  /** Who holds the case from now on. */
  holderId: string;
  /** Who pressed the button. */
  byId: string;
  status: ApplicationStatus;
  at: Date;
  leaseMinutes: number;
  event: Taken;
}

/**
 * Gives a locked case to an officer for one lease; what the case waited for is waited for no more.
 * Throws ConflictOfInterest for an officer with an interest in it (R-COI-1).
 */
export async function takeCase(tx: Tx, application: Application, taking: Taking): Promise<void> {
  const { at, holderId, byId } = taking;
  await refuseConflict(tx, application, { staffId: holderId, now: at });
  await changeStatus(tx, application, {
    status: taking.status,
    claimedBy: holderId,
    claimedAt: at,
    claimedUntil: leaseEnd(at, taking.leaseMinutes),
    onHoldUntil: null,
    ...pauseEnded(application, at),
  });
  const occasion = {
    applicationId: application.id,
    actor: { kind: 'staff', id: byId } as const,
    at,
  };
  await closeOpenRequest(tx, occasion);
  await closePaymentRequest(tx, occasion);
  await endHold(tx, { applicationId: application.id, byId, at });
  if (isOnHold(application.onHoldUntil, at)) {
    await recordEvent(tx, occasion, { type: 'case-hold-ended', payload: {} });
  }
  await recordEvent(tx, occasion, taking.event);
}

interface GivingBack {
  byId: string;
  status: ApplicationStatus;
  at: Date;
}

/** Puts a locked case back among those that wait. */
export async function giveBackCase(
  tx: Tx,
  application: Application,
  { byId, status, at }: GivingBack,
): Promise<void> {
  await changeStatus(tx, application, {
    status,
    claimedBy: null,
    claimedAt: null,
    claimedUntil: null,
  });
  await recordEvent(
    tx,
    { applicationId: application.id, actor: { kind: 'staff', id: byId }, at },
    { type: 'case-released', payload: {} },
  );
}
