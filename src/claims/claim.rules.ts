import { type ApplicationStatus, statusAfter } from '../applications/application-status.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

interface ToClaim {
  application: { status: ApplicationStatus; version: number; claimedBy: string | null };
  officer: { id: string; role: StaffRole };
  seenVersion: number;
}

export type ClaimRefusal = 'already_yours' | 'held_by_another' | 'already_decided' | 'stale';

/** Claiming takes a waiting case, or one whose resident we stop waiting for (R-ST-2). */
export function decideClaim({
  application,
  officer,
  seenVersion,
}: ToClaim): Outcome<{ status: ApplicationStatus }, ClaimRefusal> {
  const { status, claimedBy, version } = application;
  if (status === 'in_review') {
    return refuse(claimedBy === officer.id ? 'already_yours' : 'held_by_another');
  }
  const next = statusAfter(status, 'claim', officer.role);
  if (next === null) return refuse('already_decided');
  return version === seenVersion ? ok({ status: next }) : refuse('stale');
}

export type ReleaseRefusal = 'not_yours' | 'stale';

/** Only whoever holds a case gives it back. */
export function decideRelease({
  application,
  officer,
  seenVersion,
}: ToClaim): Outcome<{ status: ApplicationStatus }, ReleaseRefusal> {
  const next = statusAfter(application.status, 'release', officer.role);
  if (next === null || application.claimedBy !== officer.id) return refuse('not_yours');
  return application.version === seenVersion ? ok({ status: next }) : refuse('stale');
}

export const CLAIM_REFUSAL_WORDS: Readonly<Record<ClaimRefusal | ReleaseRefusal, string>> = {
  already_yours: 'You hold this case already.',
  held_by_another: 'Somebody else is reviewing this case.',
  already_decided: 'This application has already been decided.',
  not_yours: 'You do not hold this case.',
  stale: 'The case changed after you opened this page.',
};
