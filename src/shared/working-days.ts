import { addDays, compareDates, dayOfWeek, daysBetween, type LocalDate } from './local-date.js';

/** A stretch in which the clock stands still: the days after `fromOn` up to and with `toOn`. */
export interface Pause {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

export type Holidays = ReadonlySet<LocalDate>;

/** Monday to Friday and no bank holiday. */
export function isWorkingDay(date: LocalDate, holidays: Holidays): boolean {
  return dayOfWeek(date) <= 5 && !holidays.has(date);
}

/**
 * Working days after `fromOn` up to and with `toOn`: Friday to Monday is 1, the same day 0, and
 * what arrives on a Saturday counts from Monday. Negative when `toOn` comes first.
 */
export function workingDaysBetween(fromOn: LocalDate, toOn: LocalDate, holidays: Holidays): number {
  if (compareDates(fromOn, toOn) > 0) return -workingDaysBetween(toOn, fromOn, holidays) || 0;
  const fullWeeks = Math.floor(daysBetween(fromOn, toOn) / 7);
  let count = fullWeeks * 5;
  for (let day = addDays(fromOn, fullWeeks * 7); day < toOn;) {
    day = addDays(day, 1);
    if (dayOfWeek(day) <= 5) count += 1;
  }
  for (const holiday of holidays) {
    if (holiday > fromOn && holiday <= toOn && dayOfWeek(holiday) <= 5) count -= 1;
  }
  return count;
}

/**
 * The day on which the `count`th working day after `date` falls; `date` itself for 0.
 * @throws RangeError unless `count` is a whole number from 0 to 10,000.
 */
export function addWorkingDays(date: LocalDate, count: number, holidays: Holidays): LocalDate {
  if (!Number.isInteger(count) || count < 0 || count > 10_000) {
    throw new RangeError('Count working days in whole numbers from 0 to 10,000');
  }
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** Working days between, less those in a pause (R-SLA-2); pauses may overlap or reach outside. */
export function workingDaysUnpaused(
  span: Pause,
  pauses: readonly Pause[],
  holidays: Holidays,
): number {
  let count = workingDaysBetween(span.fromOn, span.toOn, holidays);
  let countedTo = span.fromOn;
  for (const pause of [...pauses].sort((a, b) => compareDates(a.fromOn, b.fromOn))) {
    const fromOn = later(pause.fromOn, countedTo);
    const toOn = earlier(pause.toOn, span.toOn);
    if (fromOn >= toOn) continue;
    count -= workingDaysBetween(fromOn, toOn, holidays);
    countedTo = toOn;
  }
  return count;
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return compareDates(a, b) >= 0 ? a : b;
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return compareDates(a, b) <= 0 ? a : b;
}
