import {
  addDays,
  compareDates,
  type LocalDate,
  londonDateOf,
  startOfLondonDay,
} from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

export type WakeRefusal = 'too_soon' | 'too_late';

/** The first and the last day on which a case put on hold now may wake. */
export function wakeRange(now: Date, mostDays: number): { firstOn: LocalDate; lastOn: LocalDate } {
  const today = londonDateOf(now);
  return { firstOn: addDays(today, 1), lastOn: addDays(today, mostDays) };
}

export function checkWake(
  wakeOn: LocalDate,
  now: Date,
  mostDays: number,
): Outcome<unknown, WakeRefusal> {
  const { firstOn, lastOn } = wakeRange(now, mostDays);
  if (compareDates(wakeOn, firstOn) < 0) return refuse('too_soon');
  return compareDates(wakeOn, lastOn) > 0 ? refuse('too_late') : ok();
}

/** It wakes when the day begins in London: no job has to do anything. */
export function wakesAt(wakeOn: LocalDate): Date {
  return startOfLondonDay(wakeOn);
}

/** Whether an officer's hold is still on. */
export function isOnHold(onHoldUntil: Date | null, now: Date): boolean {
  return onHoldUntil !== null && onHoldUntil > now;
}

/** The payment's hold ends before the case wakes: nobody would look in time. */
export function wakesTooLateForMoney(wakeOn: LocalDate, holdEndsAt: Date | null): boolean {
  return holdEndsAt !== null && wakesAt(wakeOn) > holdEndsAt;
}
