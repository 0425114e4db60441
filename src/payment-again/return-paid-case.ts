import { type Application, changeStatus } from '../applications/applications.store.js';
import { type ApplicationStatus, statusAfter } from '../applications/application-status.rules.js';
import { pauseEnded } from '../applications/pause.rules.js';
import { leaseEnd } from '../case-claims/lease.rules.js';
import { conflictsIn } from '../conflicts-of-interest/conflicts.queries.js';
import { hasDecided } from '../decisions/decisions.store.js';
import type { PaymentRequest } from '../payment-requests/payment-requests.store.js';
import type { Tx } from '../platform/database/transaction.js';
import { activeStaff } from '../staff/staff-accounts.queries.js';
import { mayDo } from '../staff/permissions.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';

interface Returning {
  request: PaymentRequest;
  at: Date;
  leaseMinutes: number;
}

/**
 * Paid: the case can be decided again. It goes back to the officer who asked, for one claim, if he
 * could claim it himself; else it waits in the queue for anybody (R-ST-2, R-ST-3, R-COI-1).
 */
export async function returnPaidCase(
  tx: Tx,
  application: Application,
  { request, at, leaseMinutes }: Returning,
): Promise<void> {
  const { id: applicationId, status } = application;
  const toStaffId = (await mayHaveIt(tx, application, { staffId: request.askedBy, now: at }))
    ? request.askedBy
    : null;
  const claim =
    toStaffId === null
      ? { claimedBy: null, claimedAt: null, claimedUntil: null }
      : { claimedBy: toStaffId, claimedAt: at, claimedUntil: leaseEnd(at, leaseMinutes) };
  await changeStatus(tx, application, {
    status: next(status, toStaffId === null ? 'pay' : 'pay_back'),
    ...claim,
    ...pauseEnded(application, at),
  });
  const payload = { requestId: request.id, amountPence: request.amountPence, toStaffId };
  await recordEvent(
    tx,
    { applicationId, actor: { kind: 'resident' }, at },
    { type: 'payment-made-again', payload },
  );
}

async function mayHaveIt(
  tx: Tx,
  application: Application,
  who: { staffId: string; now: Date },
): Promise<boolean> {
  const staff = await activeStaff(tx, who.staffId);
  if (!staff || !mayDo(staff.role, 'claim')) return false;
  if (await hasDecided(tx, application.id, who.staffId)) return false;
  return (await conflictsIn(tx, application, who)).length === 0;
}

function next(status: ApplicationStatus, action: 'pay' | 'pay_back'): ApplicationStatus {
  const after = statusAfter(status, action, 'resident');
  if (after === null) throw new Error('Only a case that waits for the resident is paid again.');
  return after;
}
