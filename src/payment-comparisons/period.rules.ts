import {
  addDays,
  DATE_REFUSAL_WORDS,
  type LocalDate,
  parseDayMonthYear,
  startOfLondonDay,
} from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

/** Both days belong to it; days begin and end in London (R-REP-3). */
export interface Period {
  fromOn: LocalDate;
  toOn: LocalDate;
}

/** More in one go is no comparison but a download. */
export const MOST_DAYS = 400;
/** Settlement comes days later, so every day is looked at more than once. */
export const DAILY_LOOKS_BACK = 14;

/** From the first instant of the first day up to the first of the day after the last, which is not in it. */
export function instantsOf({ fromOn, toOn }: Period): { from: Date; to: Date } {
  return { from: startOfLondonDay(fromOn), to: startOfLondonDay(addDays(toOn, 1)) };
}

/** The fortnight that ends with yesterday. */
export function dailyPeriod(today: LocalDate): Period {
  return { fromOn: addDays(today, -DAILY_LOOKS_BACK), toOn: addDays(today, -1) };
}

type Typed = Partial<Record<string, string>>;
type Wrong = { field: 'from' | 'to'; text: string };

/** Two typed days, the first no later than the second, neither in the future. */
export function readPeriod(
  { from, to }: { from: Typed; to: Typed },
  today: LocalDate,
): Outcome<{ period: Period }, 'wrong_day', Wrong> {
  const first = readDay(from);
  if (!first.ok) return wrong('from', `The first day ${first.text}`);
  const last = readDay(to);
  if (!last.ok) return wrong('to', `The last day ${last.text}`);
  if (last.date > today) return wrong('to', 'The last day must be today or earlier');
  if (last.date < first.date) return wrong('to', 'The last day must be the first day or later');
  if (last.date >= addDays(first.date, MOST_DAYS)) {
    return wrong('to', `Choose ${MOST_DAYS} days or fewer`);
  }
  return ok({ period: { fromOn: first.date, toOn: last.date } });
}

function wrong(field: Wrong['field'], text: string) {
  return refuse('wrong_day', { field, text });
}

function readDay({ day = '', month = '', year = '' }: Typed) {
  const read = parseDayMonthYear({ day, month, year });
  if (read.ok) return { ok: true, date: read.date } as const;
  return { ok: false, text: DATE_REFUSAL_WORDS[read.refusal] } as const;
}
