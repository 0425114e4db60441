import { isRealDay, localDate, MONTH_NAMES, type LocalDate } from './local-date.js';
import { ok, refuse, type Outcome } from './outcome.js';

export type DatePart = 'day' | 'month' | 'year';

export type DateRefusal =
  | 'missing_date'
  | 'missing_day'
  | 'missing_month'
  | 'missing_year'
  | 'missing_day_and_month'
  | 'missing_day_and_year'
  | 'missing_month_and_year'
  | 'day_not_a_number'
  | 'month_not_known'
  | 'year_needs_4_digits'
  | 'not_a_real_date';

/** Each follows the name of the date: `Date on the bill` + ` must include a day`. */
export const DATE_REFUSAL_WORDS: Readonly<Record<DateRefusal, string>> = {
  missing_date: 'must be entered',
  missing_day: 'must include a day',
  missing_month: 'must include a month',
  missing_year: 'must include a year',
  missing_day_and_month: 'must include a day and a month',
  missing_day_and_year: 'must include a day and a year',
  missing_month_and_year: 'must include a month and a year',
  day_not_a_number: 'must have a day that is a number, like 27',
  month_not_known: 'must have a month that is a number or a name, like 3 or March',
  year_needs_4_digits: 'must have a year with 4 digits, like 2026',
  not_a_real_date: 'must be a real date',
};

const MISSING: readonly (readonly [missing: string, refusal: DateRefusal])[] = [
  ['day month year', 'missing_date'],
  ['day', 'missing_day'],
  ['month', 'missing_month'],
  ['year', 'missing_year'],
  ['day month', 'missing_day_and_month'],
  ['day year', 'missing_day_and_year'],
  ['month year', 'missing_month_and_year'],
];

/**
 * Reads the three boxes of a date: day `3` or `03`, month `3`, `03`, `Mar` or `March`, year in
 * four digits. A refusal names the boxes to mark.
 */
export function parseDayMonthYear(
  typed: Readonly<Record<DatePart, string>>,
): Outcome<{ date: LocalDate }, DateRefusal, { fields: readonly DatePart[] }> {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()];
  const missing = missingFrom({ day, month, year });
  if (missing) return missing;
  if (!/^\d{1,2}$/.test(day)) return refuse('day_not_a_number', { fields: ['day'] });
  const monthNumber = readMonth(month);
  if (monthNumber === null) return refuse('month_not_known', { fields: ['month'] });
  if (!/^[1-9]\d{3}$/.test(year)) return refuse('year_needs_4_digits', { fields: ['year'] });
  if (!isRealDay(Number(year), monthNumber, Number(day))) {
    return refuse('not_a_real_date', { fields: ['day', 'month', 'year'] });
  }
  const date = `${year}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return ok({ date: localDate(date) });
}

function missingFrom(typed: Record<DatePart, string>) {
  const fields = (['day', 'month', 'year'] as const).filter((part) => typed[part] === '');
  const found = MISSING.find(([missing]) => missing === fields.join(' '));
  return found ? refuse(found[1], { fields }) : null;
}

/** A number from 0 to 99, or a name in full, in three letters, or `Sept`; null for anything else. */
function readMonth(month: string): number | null {
  if (/^\d{1,2}$/.test(month)) return Number(month);
  const name = month.toLowerCase();
  const at = MONTH_NAMES.findIndex((full) => {
    const known = full.toLowerCase();
    return name === known || name === known.slice(0, 3);
  });
  if (at >= 0) return at + 1;
  return name === 'sept' ? 9 : null;
}
