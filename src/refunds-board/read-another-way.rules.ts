import { isWayToPay, type WayToPay } from '../paid-another-way/ways-to-pay.rules.js';
import type { DatePart } from '../platform/web/components/date-input.js';
import { DATE_REFUSAL_WORDS, parseDayMonthYear } from '../shared/day-month-year.js';
import { formatDate, type LocalDate } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

interface Typed {
  way: string;
  paidOn: Partial<Record<DatePart, string>>;
  checked: string;
}

interface Bounds {
  today: LocalDate;
  /** When the money was to be given back: nobody paid it before. */
  askedOn: LocalDate;
  /** Only a person can find out whether it went back already. */
  mustBeChecked: boolean;
}

export interface AnotherWayFault {
  field: 'way' | 'paidOn' | 'checked';
  text: string;
}

/** How and when it was paid; every fault at once. */
export function readAnotherWay(
  { way, paidOn, checked }: Typed,
  { today, askedOn, mustBeChecked }: Bounds,
): Outcome<{ way: WayToPay; paidOn: LocalDate }, 'faults', { faults: AnotherWayFault[] }> {
  const faults: AnotherWayFault[] = [];
  if (!isWayToPay(way)) faults.push({ field: 'way', text: 'Choose how you paid it' });
  const { day = '', month = '', year = '' } = paidOn;
  const read = parseDayMonthYear({ day, month, year });
  const dated = read.ok
    ? dayFault(read.date, { today, askedOn })
    : DATE_REFUSAL_WORDS[read.refusal];
  if (dated !== null) faults.push({ field: 'paidOn', text: `The day you paid it ${dated}` });
  if (mustBeChecked && checked !== 'yes') {
    const text = 'Ask the payment service whether it gave this money back, and say that you have';
    faults.push({ field: 'checked', text });
  }
  if (faults.length > 0 || !isWayToPay(way) || !read.ok) return refuse('faults', { faults });
  return ok({ way, paidOn: read.date });
}

function dayFault(on: LocalDate, { today, askedOn }: Omit<Bounds, 'mustBeChecked'>): string | null {
  if (on > today) return 'must be today or in the past';
  return on < askedOn ? `must be ${formatDate(askedOn)} or later` : null;
}
