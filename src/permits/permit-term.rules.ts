import {
  addDays,
  addMonths,
  type LocalDate,
  londonDateOf,
  startOfLondonDay,
} from '../shared/london-date.js';

/** From when until when a permit covers its vehicle. */
export interface PermitTerm {
  startsAt: Date;
  /** First instant that is no longer covered: midnight in London. */
  endsAt: Date;
  /** The first and the last London day with cover. */
  startsOn: LocalDate;
  endsOn: LocalDate;
}

interface TermQuestion {
  /** The day the applicant asked for. */
  startOn: LocalDate;
  /** Whole months, at least 1. */
  durationMonths: number;
  approvedAt: Date;
  /** When the permit it renews ends; null when it renews none. */
  renewedEndsAt: Date | null;
}

/**
 * The term a permit gets: from the day asked for, or from now when that day is over; a renewal
 * from where the old permit ends (R-REN-4). Never before the approval, for pending is not covered
 * (R-ST-1). A first day that the last month lacks ends with that month: 29 February, 28 February.
 */
export function permitTerm(question: TermQuestion): PermitTerm {
  const { startOn, durationMonths, approvedAt, renewedEndsAt } = question;
  const stillRuns = renewedEndsAt !== null && renewedEndsAt > approvedAt;
  const wantedAt = stillRuns ? renewedEndsAt : startOfLondonDay(startOn);
  const startsAt = wantedAt > approvedAt ? wantedAt : approvedAt;
  const startsOn = londonDateOf(startsAt);
  const sameDay = addMonths(startsOn, durationMonths);
  const wasCutShort = sameDay.slice(8) !== startsOn.slice(8);
  const dayAfter = wasCutShort ? addDays(sameDay, 1) : sameDay;
  return {
    startsAt,
    endsAt: startOfLondonDay(dayAfter),
    startsOn,
    endsOn: addDays(dayAfter, -1),
  };
}

/** When the permit stops to cover, the early end included. */
export function permitEndsAt(permit: { endsAt: Date; endedEarlyAt: Date | null }): Date {
  return permit.endedEarlyAt ?? permit.endsAt;
}

/** The last London day with cover of something that ends at that instant. */
export function lastDayOf(endsAt: Date): LocalDate {
  return londonDateOf(new Date(endsAt.getTime() - 1));
}
