import { type ApplicationStatus, statusAfter } from '../applications/application-status.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';
import { isLeaseOver } from './lease.rules.js';

export interface ClaimedCase {
  status: ApplicationStatus;
  version: number;
  claimedBy: string | null;
  claimedUntil: Date | null;
}

interface ToClaim {
  application: ClaimedCase;
  officer: { id: string; role: StaffRole };
  seenVersion: number;
  /** The officer decided the case in an earlier round, so that somebody else must (R-ST-3). */
  hasDecided?: boolean;
  now: Date;
}

type Claimed<Refusal extends string> = Outcome<{ status: ApplicationStatus }, Refusal>;

export type ClaimRefusal =
  'already_yours' | 'held_by_another' | 'already_decided' | 'decided_before' | 'stale';

/**
 * Claiming takes a waiting case, one whose resident we stop waiting for, or one whose holder has
 * let the claim run out (R-ST-2).
 */
export function decideClaim(claim: ToClaim): Claimed<ClaimRefusal> {
  const { application, officer, seenVersion, now } = claim;
  const { status, claimedBy, claimedUntil, version } = application;
  if (status === 'in_review') {
    if (claimedBy === officer.id) return refuse('already_yours');
    if (!isLeaseOver(claimedUntil, now)) return refuse('held_by_another');
  }
  const next = statusAfter(status, 'claim', officer.role);
  if (next === null) return refuse('already_decided');
  if (claim.hasDecided) return refuse('decided_before');
  return version === seenVersion ? ok({ status: next }) : refuse('stale');
}

export type TakeOverRefusal =
  'already_yours' | 'not_held' | 'already_decided' | 'decided_before' | 'stale';

/** Taking a case from a colleague who still holds it; the reason is asked by the form (R-ST-2). */
export function decideTakeOver(claim: Omit<ToClaim, 'now'>): Claimed<TakeOverRefusal> {
  const { application, officer, seenVersion } = claim;
  const { status, claimedBy, version } = application;
  const next = statusAfter(status, 'take_over', officer.role);
  if (next === null) return refuse(isWaiting(status) ? 'not_held' : 'already_decided');
  if (claimedBy === officer.id) return refuse('already_yours');
  if (claim.hasDecided) return refuse('decided_before');
  return version === seenVersion ? ok({ status: next }) : refuse('stale');
}

function isWaiting(status: ApplicationStatus): boolean {
  return status === 'submitted' || status === 'awaiting_evidence';
}

export type ReleaseRefusal = 'not_yours' | 'stale';

/** Only whoever holds a case gives it back. */
export function decideRelease(claim: Omit<ToClaim, 'now'>): Claimed<ReleaseRefusal> {
  const { application, officer, seenVersion } = claim;
  const next = statusAfter(application.status, 'release', officer.role);
  if (next === null || application.claimedBy !== officer.id) return refuse('not_yours');
  return application.version === seenVersion ? ok({ status: next }) : refuse('stale');
}

type AnyRefusal = ClaimRefusal | TakeOverRefusal | ReleaseRefusal;

export const CLAIM_REFUSAL_WORDS: Readonly<Record<AnyRefusal, string>> = {
  already_yours: 'You hold this case already.',
  held_by_another: 'Somebody else is reviewing this case.',
  not_held: 'Nobody holds this case now. Claim it.',
  already_decided: 'This application has already been decided.',
  decided_before:
    'You decided this case before. Now that it is decided again, somebody else must do it.',
  not_yours: 'You do not hold this case.',
  stale: 'The case changed after you opened this page.',
};
