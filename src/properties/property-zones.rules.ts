import { appliesOn, type EffectivePeriod } from '../shared/effective-dates.js';
import type { LocalDate } from '../shared/local-date.js';

/** The stretch of days for which a property lies in a zone. */
export interface PropertyZone extends EffectivePeriod {
  readonly zoneCode: string;
}

/** The zone a property lies in on that day; null when in none (R-ELIG-1). */
export function zoneOn(propertyZones: readonly PropertyZone[], on: LocalDate): string | null {
  return propertyZones.find((stretch) => appliesOn(stretch, on))?.zoneCode ?? null;
}
