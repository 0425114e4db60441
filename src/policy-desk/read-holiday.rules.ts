import type { BankHolidayRow } from '../policy/policy-book.rules.js';
import {
  DATE_REFUSAL_WORDS,
  formatDate,
  type LocalDate,
  parseDayMonthYear,
} from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

type Read = Outcome<
  { holiday: BankHolidayRow },
  'wrong_day',
  { field: 'on' | 'title'; text: string }
>;

/** A day to add: a real one, today or later, with a name, and not in the list. */
export function readHoliday(
  typed: { on: Partial<Record<string, string>>; title: string },
  known: readonly BankHolidayRow[],
  today: LocalDate,
): Read {
  const { day = '', month = '', year = '' } = typed.on;
  const read = parseDayMonthYear({ day, month, year });
  const wrong = (field: 'on' | 'title', text: string) => refuse('wrong_day', { field, text });
  if (!read.ok) return wrong('on', `The day ${DATE_REFUSAL_WORDS[read.refusal]}`);
  if (read.date < today)
    return wrong('on', 'The day must be today or later: the past is not changed');
  if (known.some(({ on }) => on === read.date)) {
    return wrong('on', `${formatDate(read.date)} is in the list already`);
  }
  if (typed.title === '') return wrong('title', 'Write a name for the day');
  return ok({ holiday: { on: read.date, title: typed.title, isSubstitute: false } });
}
