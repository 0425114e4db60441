import { Temporal } from 'temporal-polyfill';
import { addDays, formatDate, localDate, type LocalDate } from './local-date.js';
import { londonAhead } from './london-offset.js';

export {
  addDays,
  addMonths,
  compareDates,
  dayOfWeek,
  daysBetween,
  formatDate,
  formatShortDate,
  isLocalDate,
  localDate,
  monthsBefore,
  type LocalDate,
} from './local-date.js';
export {
  DATE_REFUSAL_WORDS,
  parseDayMonthYear,
  type DatePart,
  type DateRefusal,
} from './day-month-year.js';

/** `moved`: London clocks left that time out. `ambiguous`: they showed it twice. */
export interface LondonInstant {
  readonly instant: Date;
  readonly moved: boolean;
  readonly ambiguous: boolean;
}

const LONDON = 'Europe/London';

/** True for a clock time written `HH:MM`, 00:00 to 23:59. */
export function isLocalTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The London calendar day on which the instant falls. @throws RangeError for an invalid Date. */
export function londonDateOf(instant: Date): LocalDate {
  return localDate(londonClock(instant).date);
}

/** The London clock time of the instant, `HH:MM`. @throws RangeError for an invalid Date. */
export function londonTimeOf(instant: Date): string {
  return londonClock(instant).time;
}

/** The first instant of that day in London. The day ends where the next one starts. */
export function startOfLondonDay(date: LocalDate): Date {
  return londonInstant(date, '00:00').instant;
}

/**
 * The instant at which London clocks show that date and time (`HH:MM`). A time that the spring
 * change leaves out is moved forward to when the clocks restart (02:00); a time that the autumn
 * change repeats is the first one unless `pick` says otherwise.
 * @throws RangeError when the date or the time is not one.
 */
export function londonInstant(
  date: LocalDate,
  time: string,
  pick: 'earlier' | 'later' = 'earlier',
): LondonInstant {
  if (!isLocalTime(time)) throw new RangeError('A time must be written HH:MM');
  const wall = Temporal.PlainDateTime.from(`${localDate(date)}T${time}`);
  const first = wall.toZonedDateTime(LONDON, { disambiguation: 'earlier' });
  const second = wall.toZonedDateTime(LONDON, { disambiguation: 'later' });
  const chosen = pick === 'later' ? second : first;
  if (chosen.toPlainDateTime().equals(wall)) {
    const ambiguous = first.epochMilliseconds !== second.epochMilliseconds;
    return { instant: new Date(chosen.epochMilliseconds), moved: false, ambiguous };
  }
  // In the gap, `first` was read with the winter offset and lies before the clocks restart.
  const restart = first.getTimeZoneTransition('next') ?? second;
  return { instant: new Date(restart.epochMilliseconds), moved: true, ambiguous: false };
}

/** London clock time of the instant: `9:30am`, `9am`, `midday`, `midnight`. Seconds are dropped. */
export function formatTime(instant: Date): string {
  return timeInWords(londonClock(instant).time);
}

/** `17 November 2026, 4:12pm`, London time. */
export function formatDateTime(instant: Date): string {
  const { date, time } = londonClock(instant);
  return `${formatDate(localDate(date))}, ${timeInWords(time)}`;
}

/**
 * The last moment before `endsAt` in words: one that ends as 1 April starts is due
 * `31 March 2027, 11:59pm`, since nobody agrees which day midnight belongs to (U6.1).
 */
export function formatDeadline(endsAt: Date): string {
  if (londonTimeOf(endsAt) !== '00:00') return formatDateTime(endsAt);
  return `${formatDate(addDays(londonDateOf(endsAt), -1))}, 11:59pm`;
}

/** What London clocks and calendars show at the instant. */
function londonClock(instant: Date): { date: string; time: string } {
  const shown = new Date(instant.getTime() + londonAhead(instant.getTime())).toISOString();
  const [date = '', time = ''] = shown.split('T');
  return { date, time: time.slice(0, 5) };
}

/** @param time `HH:MM` */
function timeInWords(time: string): string {
  if (time === '00:00') return 'midnight';
  if (time === '12:00') return 'midday';
  const [hours, minute] = [Number(time.slice(0, 2)), time.slice(3)];
  return `${hours % 12 || 12}${minute === '00' ? '' : `:${minute}`}${hours < 12 ? 'am' : 'pm'}`;
}
