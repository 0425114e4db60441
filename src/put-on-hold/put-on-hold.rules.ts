import { type ApplicationStatus, statusAfter } from '../applications/application-status.rules.js';
import { isOnHold } from '../holds/wake-date.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

interface ToHold {
  application: {
    status: ApplicationStatus;
    version: number;
    claimedBy: string | null;
    onHoldUntil: Date | null;
  };
  officer: { id: string; role: StaffRole };
  seenVersion: number;
}

export type HoldRefusal = 'not_yours' | 'stale';

/** Whoever holds a case puts it on hold; that gives it back until it wakes. */
export function decideHold({
  application,
  officer,
  seenVersion,
}: ToHold): Outcome<{ status: ApplicationStatus }, HoldRefusal> {
  const next = statusAfter(application.status, 'put_on_hold', officer.role);
  if (next === null || application.claimedBy !== officer.id) return refuse('not_yours');
  return application.version === seenVersion ? ok({ status: next }) : refuse('stale');
}

export type EndHoldRefusal = 'not_on_hold' | 'stale';

/** Any officer may end a hold early; claiming the case ends it too. */
export function decideEndOfHold({
  application,
  officer,
  seenVersion,
  now,
}: ToHold & { now: Date }): Outcome<{ status: ApplicationStatus }, EndHoldRefusal> {
  const next = statusAfter(application.status, 'end_hold', officer.role);
  if (next === null || !isOnHold(application.onHoldUntil, now)) return refuse('not_on_hold');
  return application.version === seenVersion ? ok({ status: next }) : refuse('stale');
}

export const HOLD_REFUSAL_WORDS: Readonly<Record<HoldRefusal | EndHoldRefusal, string>> = {
  not_yours: 'Only whoever holds a case puts it on hold. You do not hold this one now.',
  not_on_hold: 'The case is not on hold.',
  stale: 'The case changed after you opened this page.',
};
