import { addDays, addMonths, type LocalDate } from '../shared/local-date.js';
import { ok, refuse, type Outcome } from '../shared/outcome.js';

/** The longest let for which the temporary permit is meant (R-ELIG-2). */
export const LONGEST_TEMPORARY_TENANCY_MONTHS = 12;

export interface TenancyTerm {
  readonly startsOn: LocalDate;
  /** The last day of the let; null for one that rolls on without an end. */
  readonly endsOn: LocalDate | null;
}

export type TenancyTermRefusal = 'ends_before_start' | 'rolls_on' | 'longer_than_12_months';

export const TENANCY_TERM_REFUSAL_WORDS: Readonly<Record<TenancyTermRefusal, string>> = {
  ends_before_start: 'The tenancy ends before it starts',
  rolls_on: 'The tenancy has no end date: apply for a permanent resident permit',
  longer_than_12_months:
    'The tenancy is for longer than 12 months: apply for a permanent resident permit',
};

/** R-ELIG-2: a temporary resident's tenancy has an end and is for 12 months or less. */
export function checkTenancyTerm({
  startsOn,
  endsOn,
}: TenancyTerm): Outcome<unknown, TenancyTermRefusal> {
  if (endsOn === null) return refuse('rolls_on');
  if (endsOn < startsOn) return refuse('ends_before_start');
  return endsOn > lastDayAllowed(startsOn) ? refuse('longer_than_12_months') : ok();
}

/** 1 September allows 31 August; 29 February allows 28 February, the last day of its twelfth month. */
function lastDayAllowed(startsOn: LocalDate): LocalDate {
  const sameDay = addMonths(startsOn, LONGEST_TEMPORARY_TENANCY_MONTHS);
  const wasCutShort = sameDay.slice(8) !== startsOn.slice(8);
  return wasCutShort ? sameDay : addDays(sameDay, -1);
}
