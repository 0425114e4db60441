import { addDays, type LocalDate } from '../shared/local-date.js';

/** How many days before its last day a permit can be renewed (R-REN-1). */
export const RENEWAL_DAYS = 30;

/** The first London day on which a permit with this last day can be renewed. */
export function renewalOpensOn(lastDayOn: LocalDate): LocalDate {
  return addDays(lastDayOn, -RENEWAL_DAYS);
}
