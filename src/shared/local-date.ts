declare const localDateBrand: unique symbol;

/** A day on the calendar in Leicestershire, `YYYY-MM-DD`, years 1000 to 9999; it has no time zone. */
export type LocalDate = string & { readonly [localDateBrand]: true };

const DAY_MS = 86_400_000;
const SHAPE = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** True for a real day written `YYYY-MM-DD`. */
export function isLocalDate(text: string): text is LocalDate {
  const [, year, month, day] = SHAPE.exec(text) ?? [];
  return day !== undefined && isRealDay(Number(year), Number(month), Number(day));
}

/** @throws RangeError when the text is not a real day written `YYYY-MM-DD`. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError('A date must be a real day written YYYY-MM-DD');
  return text;
}

/** True when the month (1 to 12) of that year has that day. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Calendar months later (earlier when negative); 31 January plus one month is the end of February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = parts(date);
  const count = year * 12 + (month - 1) + wholeNumber(months);
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const clamped = Math.min(day, daysInMonth(toYear, toMonth));
  return fromDayNumber(Date.UTC(toYear, toMonth - 1, clamped) / DAY_MS);
}

/** Days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + wholeNumber(days));
}

/** The oldest day that is "within the last `months` months" of `date` (R-EV-2). */
export function monthsBefore(date: LocalDate, months: number): LocalDate {
  return addMonths(date, -months);
}

/** -1 when `a` comes first, 0 on the same day, 1 when `b` comes first: for sorting. */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 Monday to 7 Sunday. */
export function dayOfWeek(date: LocalDate): number {
  // Day 0, 1 January 1970, was a Thursday; the second remainder keeps days before it positive.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** `27 March 2027`. */
export function formatDate(date: LocalDate): string {
  const [year, month, day] = parts(date);
  return `${day} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** `17 Nov 2026`, for tables. */
export function formatShortDate(date: LocalDate): string {
  const [year, month, day] = parts(date);
  return `${day} ${MONTH_NAMES[month - 1]?.slice(0, 3)} ${year}`;
}

function parts(date: LocalDate): [year: number, month: number, day: number] {
  localDate(date);
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function dayNumber(date: LocalDate): number {
  const [year, month, day] = parts(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function fromDayNumber(day: number): LocalDate {
  return localDate(new Date(day * DAY_MS).toISOString().slice(0, 10));
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function wholeNumber(count: number): number {
  if (!Number.isSafeInteger(count)) throw new RangeError('Count whole days and months only');
  return count;
}
