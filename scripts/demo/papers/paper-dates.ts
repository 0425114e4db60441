const MONTHS = [
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

interface Parts {
  year: number;
  month: number;
  day: number;
}

function parts(on: string): Parts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(on);
  if (!match) throw new Error(`Not a date: ${on}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** '2026-08-12' as '12 August 2026'. */
export function longDate(on: string): string {
  const { year, month, day } = parts(on);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** '2026-08-12' as '12 Aug 2026'. */
export function shortDate(on: string): string {
  const { year, month, day } = parts(on);
  return `${String(day).padStart(2, '0')} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** '2026-08-12' as '12/08/2026'. */
export function slashDate(on: string): string {
  return on.split('-').reverse().join('/');
}

export function daysLater(on: string, days: number): string {
  const { year, month, day } = parts(on);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Years later less a day: the last day of a term of so many years. */
export function lastDayOfYears(from: string, years: number): string {
  const { year, month, day } = parts(from);
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}

/** Whole months in a term, counting a begun month as one. */
export function monthsIn(from: string, to: string): number {
  const start = parts(from);
  const end = parts(daysLater(to, 1));
  const whole = (end.year - start.year) * 12 + end.month - start.month;
  return end.day > start.day ? whole + 1 : whole;
}

/** Noon on that day, London winter time: the moment a PDF says it was made. */
export function noon(on: string): Date {
  return new Date(`${on}T12:00:00Z`);
}

/** 123456 pence as '1,234.56'. */
export function pounds(pence: number): string {
  const [whole = '0', part = '00'] = (Math.abs(pence) / 100).toFixed(2).split('.');
  return `${pence < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
}
