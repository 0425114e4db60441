import type { DatePart } from '../platform/web/components/date-input.js';
import {
  addDays,
  DATE_REFUSAL_WORDS,
  formatDate,
  localDate,
  type LocalDate,
  parseDayMonthYear,
  startOfLondonDay,
} from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { FINANCE_KIND_WORDS, FINANCE_KINDS, type FinanceKind } from './finance-lines.rules.js';

export const FORMATS = ['csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];
export const GROUPINGS = ['lines', 'days'] as const;
export type Grouping = (typeof GROUPINGS)[number];
/** The choice of entries whose application has no zone, or that belong to none. */
export const NO_ZONE = 'none';

/** What of the ledger a file has; the last day is in it. */
export interface FinanceFilter {
  from: LocalDate;
  to: LocalDate;
  kinds: readonly FinanceKind[];
  /** Empty for every one. */
  permitType: string;
  zone: string;
}

type Typed = Partial<Record<DatePart, string>>;
export interface PeriodFault {
  field: 'from' | 'to';
  href: string;
  text: string;
}

/** Both days as typed; all that is wrong is said at once. */
export function readPeriod(
  typed: { from: Typed; to: Typed },
  today: LocalDate,
): Outcome<{ from: LocalDate; to: LocalDate }, 'wrong_period', { faults: PeriodFault[] }> {
  const [from, to] = [readDay('from', typed.from), readDay('to', typed.to)];
  if (!from.ok || !to.ok) {
    const faults = [from, to].flatMap((read) => (read.ok ? [] : [read.fault]));
    return refuse('wrong_period', { faults });
  }
  if (to.date > today) {
    return refuse('wrong_period', { faults: [fault('to', 'must be today or in the past')] });
  }
  if (to.date < from.date) {
    return refuse('wrong_period', { faults: [fault('to', 'must not be before the first day')] });
  }
  return ok({ from: from.date, to: to.date });
}

const NAMES = { from: 'First day', to: 'Last day' } as const;

function readDay(field: 'from' | 'to', { day = '', month = '', year = '' }: Typed) {
  const read = parseDayMonthYear({ day, month, year });
  if (read.ok) return { ok: true as const, date: read.date };
  const [part = 'day'] = read.fields;
  return { ok: false as const, fault: fault(field, DATE_REFUSAL_WORDS[read.refusal], part) };
}

function fault(field: 'from' | 'to', words: string, part: DatePart = 'day'): PeriodFault {
  return { field, href: `#${field}-${part}`, text: `${NAMES[field]} ${words}` };
}

/** From the first instant of the first London day to before the one after the last (R8.5). */
export function instantsOf({ from, to }: Pick<FinanceFilter, 'from' | 'to'>) {
  return { since: startOfLondonDay(from), before: startOfLondonDay(addDays(to, 1)) };
}

/** The calendar month before: what finance closes. */
export function monthBefore(today: LocalDate): { from: LocalDate; to: LocalDate } {
  const to = addDays(localDate(`${today.slice(0, 8)}01`), -1);
  return { from: localDate(`${to.slice(0, 8)}01`), to };
}

/** For the file and the log of files: no person can be in it. */
export function filterInWords(filter: FinanceFilter): string {
  const { from, to, kinds, permitType, zone } = filter;
  return [
    `${formatDate(from)} to ${formatDate(to)}, London days`,
    `In it: ${kindsInWords(kinds)}`,
    `Permit type: ${permitType === '' ? 'all' : permitType}`,
    `Zone: ${zone === '' ? 'all' : zone}`,
  ].join('; ');
}

export function kindsInWords(kinds: readonly FinanceKind[]): string {
  if (FINANCE_KINDS.every((kind) => kinds.includes(kind))) return 'everything';
  return kinds.map((kind) => FINANCE_KIND_WORDS[kind]).join(', ');
}
