import { BANK_HOLIDAYS_ON } from '../shared/bank-holidays.js';
import { addDays, type LocalDate, londonDateOf, startOfLondonDay } from '../shared/london-date.js';
import { workingDaysBetween, workingDaysUnpaused } from '../shared/working-days.js';

export interface AgeingCase {
  receivedAt: Date;
  /** The age stands still from here on; null while undecided. */
  decidedAt: Date | null;
  /** When the resident was waited for; `endedAt` null: still is. */
  pauses: readonly { startedAt: Date; endedAt: Date | null }[];
}

/** Working days since it came, without the time the resident was waited for (R-SLA-2). */
export function caseAge({ receivedAt, decidedAt, pauses }: AgeingCase, now: Date): number {
  const until = decidedAt ?? now;
  return workingDaysUnpaused(
    { fromOn: londonDateOf(receivedAt), toOn: londonDateOf(until) },
    pauses.map(({ startedAt, endedAt }) => ({
      fromOn: londonDateOf(startedAt),
      toOn: londonDateOf(endedAt ?? until),
    })),
    BANK_HOLIDAYS_ON,
  );
}

/**
 * What came before this instant is at least so many working days old, pauses not counted.
 * A case with pauses can be younger than that, never older.
 */
export function receivedBeforeFor(workingDays: number, now: Date): Date {
  const today = londonDateOf(now);
  let day: LocalDate = today;
  while (workingDaysBetween(day, today, BANK_HOLIDAYS_ON) < workingDays) day = addDays(day, -1);
  return startOfLondonDay(addDays(day, 1));
}
