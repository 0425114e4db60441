import { isDecided, statusAfter } from '../applications/application-status.rules.js';
import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { isLeaseOver } from '../case-claims/lease.rules.js';
import { isOnHold } from '../holds/wake-date.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { mayDo } from '../staff/permissions.rules.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

export const BULK_ACTS = ['assign', 'release'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** As many cases as one page of a list can show. */
export const MOST_CASES = 100;

export interface ChosenCase {
  reference: string;
  seenVersion: number;
}

/** `PD-7KMX-4TPC.3`: a case and the version its line was drawn with; null for anything else. */
export function readChosen(text: string): ChosenCase | null {
  const [, reference, version] = /^([A-Z0-9-]{1,16})\.(\d{1,9})$/.exec(text) ?? [];
  return reference && version ? { reference, seenVersion: Number(version) } : null;
}

interface ToDo {
  application: {
    status: ApplicationStatus;
    version: number;
    claimedBy: string | null;
    claimedUntil: Date | null;
    onHoldUntil: Date | null;
  };
  by: { id: string; role: StaffRole };
  seenVersion: number;
  /** Whoever shall hold it decided it in an earlier round, so that somebody else must (R-ST-3). */
  hasDecided?: boolean;
  now: Date;
}

export type SkipReason =
  | 'twice_in_list'
  | 'no_such_case'
  | 'already_decided'
  | 'waits_for_resident'
  | 'on_hold'
  | 'already_theirs'
  | 'held_by_another'
  | 'not_held'
  | 'not_yours'
  | 'conflict'
  | 'decided_before'
  | 'changed';

type Bulk = Outcome<{ status: ApplicationStatus }, SkipReason>;

/** First match. What somebody is at work on is taken over singly, with a reason, never in bulk. */
export function decideAssign(
  { application, by, seenVersion, hasDecided = false, now }: ToDo,
  toId: string,
): Bulk {
  const { status, claimedBy, claimedUntil, onHoldUntil, version } = application;
  if (isDecided(status)) return refuse('already_decided');
  if (status === 'awaiting_evidence') return refuse('waits_for_resident');
  if (status === 'submitted' && isOnHold(onHoldUntil, now)) return refuse('on_hold');
  if (status === 'in_review') {
    if (claimedBy === toId) return refuse('already_theirs');
    if (!isLeaseOver(claimedUntil, now)) return refuse('held_by_another');
  }
  const next = statusAfter(status, 'claim', by.role);
  if (next === null) return refuse('not_yours');
  if (hasDecided) return refuse('decided_before');
  return version === seenVersion ? ok({ status: next }) : refuse('changed');
}

/** An officer gives back his own; a supervisor gives back anybody's. */
export function decideBulkRelease({
  application,
  by,
  seenVersion,
}: Omit<ToDo, 'now' | 'hasDecided'>): Bulk {
  const { status, claimedBy, version } = application;
  if (isDecided(status)) return refuse('already_decided');
  const next = statusAfter(status, 'release', by.role);
  if (next === null) return refuse('not_held');
  if (claimedBy !== by.id && !mayDo(by.role, 'assign')) return refuse('not_yours');
  return version === seenVersion ? ok({ status: next }) : refuse('changed');
}

export const SKIP_WORDS: Readonly<Record<SkipReason, string>> = {
  twice_in_list: 'It was in the list twice.',
  no_such_case: 'There is no such case.',
  already_decided: 'It has been decided.',
  waits_for_resident: 'It waits for the resident.',
  on_hold: 'It is on hold. End the hold first.',
  already_theirs: 'This officer holds it already.',
  held_by_another: 'Somebody is reviewing it. Take it over from its own page.',
  not_held: 'Nobody holds it.',
  not_yours: 'You do not hold it.',
  conflict: 'This officer has an interest in it.',
  decided_before: 'This officer decided it before. Now somebody else must.',
  changed: 'It changed after you saw it.',
};
