import { addDays, type LocalDate, londonDateOf, startOfLondonDay } from '../shared/london-date.js';
import { type Holidays, workingDaysBetween, workingDaysUnpaused } from '../shared/working-days.js';

export interface AgeingCase {
  receivedAt: Date;
  /** The age stands still from here on; null while undecided. */
  decidedAt: Date | null;
  /** When the resident was waited for; `endedAt` null: still is. */
  pauses: readonly { startedAt: Date; endedAt: Date | null }[];
  /** The days the council has set as bank holidays (R4.13). */
  holidays: Holidays;
}

/** Working days since it came, without the time the resident was waited for (R-SLA-2). */
export function caseAge(
  { receivedAt, decidedAt, pauses, holidays }: AgeingCase,
  now: Date,
): number {
  const until = decidedAt ?? now;
  return workingDaysUnpaused(
    { fromOn: londonDateOf(receivedAt), toOn: londonDateOf(until) },
    pauses.map(({ startedAt, endedAt }) => ({
      fromOn: londonDateOf(startedAt),
      toOn: londonDateOf(endedAt ?? until),
    })),
    holidays,
  );
}

/**
 * What came before this instant is at least so many working days old, pauses not counted.
 * A case with pauses can be younger than that, never older.
 */
export function receivedBeforeFor(workingDays: number, now: Date, holidays: Holidays): Date {
  const today = londonDateOf(now);
  let day: LocalDate = today;
  while (workingDaysBetween(day, today, holidays) < workingDays) day = addDays(day, -1);
  return startOfLondonDay(addDays(day, 1));
}
