import type { EffectivePeriod } from '../shared/effective-dates.js';

export const ZONE_KINDS = ['residents_preferential', 'residents_only', 'workplace'] as const;
/** R-ZONE-3. */
export type ZoneKind = (typeof ZONE_KINDS)[number];

export const ZONE_KIND_LABELS: Readonly<Record<ZoneKind, string>> = {
  residents_preferential: 'Residents Preferential',
  residents_only: 'Residents Only',
  workplace: 'Workplace Parking',
};

/** One permit zone as it stands on a date. */
export interface Zone extends EffectivePeriod {
  /** Z and a number, as on the street sign (R-ZONE-1). */
  readonly code: string;
  readonly name: string;
  readonly town: string;
  readonly kind: ZoneKind;
  /** In words; the street sign decides (R-ZONE-4). */
  readonly hours: string;
  /** Permits one property may hold at any one time (R-LIM-1, R-LIM-2). */
  readonly propertyCap: number;
  readonly visitorsAllowed: boolean;
}

/** True for Z and a number from 1 to 9999, the way the table keeps it. */
export function isZoneCode(text: string): boolean {
  return /^Z[1-9]\d{0,3}$/.test(text);
}
