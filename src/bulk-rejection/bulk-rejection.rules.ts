import {
  type ApplicationStatus,
  isDecided,
  statusAfter,
} from '../applications/application-status.rules.js';
import { isLeaseOver } from '../case-claims/lease.rules.js';
import { isOnHold } from '../holds/wake-date.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

/** As many cases as one press may reject. */
export const MOST_AT_ONCE = 500;

export interface ChosenCase {
  reference: string;
  seenVersion: number;
}

/** `PD-7KMX-4TPC.3 PD-…`: cases, each with the version its line was drawn with; no other text fits. */
export const CHOSEN_TEXT = /^(|[A-Z0-9-]{1,16}\.\d{1,9}( [A-Z0-9-]{1,16}\.\d{1,9})*)$/;

/** The cases that texts of that shape name, in their order, without those left out. */
export function readChosen(
  texts: readonly string[],
  leftOut: readonly string[] = [],
): ChosenCase[] {
  return texts
    .flatMap((text) => text.split(' '))
    .flatMap((one) => {
      const [, reference, version] = /^([A-Z0-9-]{1,16})\.(\d{1,9})$/.exec(one) ?? [];
      return reference && version ? [{ reference, seenVersion: Number(version) }] : [];
    })
    .filter(({ reference }) => !leftOut.includes(reference));
}

export function chosenText(chosen: readonly ChosenCase[]): string {
  return chosen.map(({ reference, seenVersion }) => `${reference}.${seenVersion}`).join(' ');
}

export interface CaseToReject {
  application: {
    status: ApplicationStatus;
    version: number;
    claimedBy: string | null;
    claimedUntil: Date | null;
    onHoldUntil: Date | null;
  };
  by: { id: string; role: StaffRole };
  seenVersion: number;
  /** A decision that nobody has been told of waits for its second look. */
  waitsForSecondLook: boolean;
  /** Decided it in an earlier round, so that somebody else must (R-ST-3). */
  hasDecided: boolean;
  now: Date;
}

/** Why one case of the list is left as it is. */
export const LEFT_OUT_WORDS = {
  twice_in_list: 'It was in the list twice.',
  no_such_case: 'There is no such case.',
  awaiting_second_look: 'It is decided and waits for a second look.',
  already_decided: 'It has been decided.',
  waits_for_resident: 'It waits for the resident.',
  on_hold: 'It is on hold. End the hold first.',
  held_by_another: 'Somebody is reviewing it.',
  not_allowed: 'Only a supervisor may reject many cases at once.',
  decided_before: 'You decided it before. Now somebody else must.',
  conflict: 'You have an interest in it. Somebody else must decide it.',
  changed: 'It changed after you saw it.',
  not_offered: 'One of the reasons is not for this permit type, or is no longer used.',
  words_changed: 'The words of the letter or of a reason changed after you checked them.',
  failed: 'A fault of the system stopped it. The case is as it was.',
} as const;
export type LeftOut = keyof typeof LEFT_OUT_WORDS;

export function leftOutInWords(why: string): string {
  return Object.hasOwn(LEFT_OUT_WORDS, why) ? LEFT_OUT_WORDS[why as LeftOut] : why;
}

type Rejectable = Outcome<{ claim: ApplicationStatus | null }, LeftOut>;

/**
 * First match. A case that waits is claimed first, so that its timeline reads as ever; what a
 * colleague is at work on is left to him. `claim` is the state a claim leads to, null when this
 * person holds the case already.
 */
export function mayRejectInBulk(asked: CaseToReject): Rejectable {
  const { application, by, seenVersion, waitsForSecondLook, hasDecided, now } = asked;
  const { status, version, claimedBy, claimedUntil, onHoldUntil } = application;
  if (isDecided(status)) {
    return refuse(waitsForSecondLook ? 'awaiting_second_look' : 'already_decided');
  }
  if (status === 'awaiting_evidence') return refuse('waits_for_resident');
  if (status === 'submitted' && isOnHold(onHoldUntil, now)) return refuse('on_hold');
  const isTheirs = status === 'in_review' && claimedBy === by.id;
  if (status === 'in_review' && !isTheirs && !isLeaseOver(claimedUntil, now)) {
    return refuse('held_by_another');
  }
  const claimed = statusAfter(status, 'claim', by.role);
  if (claimed === null) return refuse('not_allowed');
  if (hasDecided) return refuse('decided_before');
  if (version !== seenVersion) return refuse('changed');
  return ok({ claim: isTheirs ? null : claimed });
}
