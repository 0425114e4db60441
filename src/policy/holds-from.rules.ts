import {
  addMonths,
  compareDates,
  DATE_REFUSAL_WORDS,
  type DatePart,
  type LocalDate,
  londonDateOf,
  parseDayMonthYear,
  startOfLondonDay,
} from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

/** From when a change holds, as it is typed: at once, or from the start of a day. */
export interface TypedStart {
  when: string;
  from: Partial<Record<DatePart, string>>;
}

export interface HoldsFrom {
  at: Date;
  on: LocalDate;
}

const MOST_MONTHS_AHEAD = 24;

/** Never before now: what held in the past stays as it was. */
export function readHoldsFrom(
  typed: TypedStart,
  now: Date,
): Outcome<HoldsFrom, 'wrong_start', { text: string; field: 'when' | 'from' }> {
  const today = londonDateOf(now);
  if (typed.when === 'now') return ok({ at: now, on: today });
  if (typed.when !== 'day') {
    return refuse('wrong_start', { text: 'Choose from when it holds', field: 'when' });
  }
  const { day = '', month = '', year = '' } = typed.from;
  const read = parseDayMonthYear({ day, month, year });
  if (!read.ok) return wrongDay(`The day it holds from ${DATE_REFUSAL_WORDS[read.refusal]}`);
  if (compareDates(read.date, today) < 0) {
    return wrongDay('The day it holds from must be today or later: the past is not changed');
  }
  if (compareDates(read.date, addMonths(today, MOST_MONTHS_AHEAD)) > 0) {
    return wrongDay('The day it holds from must be within two years');
  }
  const at = read.date === today ? now : startOfLondonDay(read.date);
  return ok({ at, on: read.date });
}

function wrongDay(text: string) {
  return refuse('wrong_start', { text, field: 'from' as const });
}
