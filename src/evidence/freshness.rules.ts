import { countText } from '../shared/duration-text.js';
import {
  addMonths,
  daysBetween,
  formatDate,
  type LocalDate,
  monthsBefore,
} from '../shared/london-date.js';
import { type PaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';

export interface Dating {
  kind: PaperKind;
  /** The date written on the paper. */
  datedOn: LocalDate;
  /** The London day on which the paper reached us: slow review never ages evidence (R-EV-2). */
  receivedOn: LocalDate;
}

/** `not_asked`: this kind of paper has no age limit. */
export type Freshness =
  | { state: 'fresh' | 'not_asked'; words: string; acceptableFromOn: LocalDate | null }
  | {
      state: 'too_old' | 'in_future' | 'expired';
      words: string;
      acceptableFromOn: LocalDate | null;
    };

/** Three months back is a calendar-month subtraction, inclusive: 31 May accepts 28 February. */
export function oldestAcceptableOn(kind: PaperKind, receivedOn: LocalDate): LocalDate | null {
  const months = paperKindTerms(kind).freshForMonths;
  return months === null ? null : monthsBefore(receivedOn, months);
}

/** Whether the paper is fresh enough, in words that explain themselves (R-EV-2). */
export function checkFreshness({ kind, datedOn, receivedOn }: Dating): Freshness {
  if (kind === 'blue_badge') return checkExpiry(datedOn, receivedOn);
  const oldestOn = oldestAcceptableOn(kind, receivedOn);
  const dates = `Dated ${formatDate(datedOn)}, received ${formatDate(receivedOn)}`;
  const fresh = { acceptableFromOn: oldestOn };
  if (datedOn > receivedOn) {
    return { ...fresh, state: 'in_future', words: `${dates}: the date is after the day it came.` };
  }
  if (oldestOn === null) {
    return {
      ...fresh,
      state: 'not_asked',
      words: `${dates}. This kind of paper has no age limit.`,
    };
  }
  if (datedOn >= oldestOn) {
    const goodFrom = `Papers dated on or after ${formatDate(oldestOn)} are in time.`;
    return { ...fresh, state: 'fresh', words: `${dates}: in time. ${goodFrom}` };
  }
  const tooOld = countText(daysBetween(datedOn, oldestOn), 'day');
  return {
    ...fresh,
    state: 'too_old',
    words: `${dates}: ${tooOld} too old. One dated on or after ${formatDate(oldestOn)} would do.`,
  };
}

function checkExpiry(expiresOn: LocalDate, receivedOn: LocalDate): Freshness {
  const dates = `Expires ${formatDate(expiresOn)}, received ${formatDate(receivedOn)}`;
  return expiresOn < receivedOn
    ? { state: 'expired', words: `${dates}: already expired.`, acceptableFromOn: null }
    : { state: 'not_asked', words: `${dates}: still valid.`, acceptableFromOn: null };
}

/** The earliest date that a paper sent on `on` may bear; null when its kind has no age limit. */
export function acceptableFrom(kind: PaperKind, on: LocalDate): LocalDate | null {
  const months = paperKindTerms(kind).freshForMonths;
  return months === null ? null : addMonths(on, -months);
}
