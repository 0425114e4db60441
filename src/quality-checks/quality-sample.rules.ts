import { londonDateOf, londonInstant, londonTimeOf } from '../shared/london-date.js';
import { addWorkingDays, type Holidays } from '../shared/working-days.js';

/** A draw is a whole number from 0 up to, not with, this. */
export const DRAWS = 10_000;

/** Whether this draw is among the `percent` in a hundred that are looked at twice. */
export function isDrawn(draw: number, percent: number): boolean {
  return draw * 100 < percent * DRAWS;
}

const HOUR_MS = 3_600_000;
/** So long before a hold on the money ends its letter must have gone. */
const BEFORE_HOLD_ENDS_MS = 2 * HOUR_MS;
/** A look that would have less time than this is not asked for. */
const LEAST_TIME_MS = HOUR_MS;

interface Asking {
  at: Date;
  workingDays: number;
  holidays: Holidays;
  /** The hold that the letter speaks of; null when it speaks of none. */
  holdEndsAt: Date | null;
}

/**
 * Until when somebody may look: the same time of day so many working days on, and well before the
 * hold on the money ends, so that what the letter says of it stays true. Null: there is no time.
 */
export function secondLookDueAt({ at, workingDays, holdEndsAt, holidays }: Asking): Date | null {
  const dueOn = addWorkingDays(londonDateOf(at), workingDays, holidays);
  const usual = londonInstant(dueOn, londonTimeOf(at)).instant;
  const latest = holdEndsAt && new Date(holdEndsAt.getTime() - BEFORE_HOLD_ENDS_MS);
  const dueAt = latest && latest < usual ? latest : usual;
  return dueAt.getTime() - at.getTime() < LEAST_TIME_MS ? null : dueAt;
}
