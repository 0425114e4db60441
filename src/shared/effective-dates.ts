import type { LocalDate } from './local-date.js';

/** When a row of policy or reference data applies. Both days count; no last day means until further notice. */
export interface EffectivePeriod {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** True when the period covers that day. */
export function appliesOn(period: EffectivePeriod, on: LocalDate): boolean {
  return period.validFrom <= on && (period.validTo === null || on <= period.validTo);
}

/** True when the two periods share at least one day. */
export function periodsOverlap(a: EffectivePeriod, b: EffectivePeriod): boolean {
  const aStartsInTime = b.validTo === null || a.validFrom <= b.validTo;
  const bStartsInTime = a.validTo === null || b.validFrom <= a.validTo;
  return aStartsInTime && bStartsInTime;
}
