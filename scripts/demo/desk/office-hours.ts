import { addDays, londonDateOf, londonInstant } from '../../../src/shared/london-date.js';

const OPENS = '08:30';
const CLOSES = '17:00';

/**
 * When somebody at the desk does what the plan puts at `at`: within office hours, in the plan's
 * order, never before `at` and never after `now`. A day's work is what the plan has from the evening
 * before; so a plan in hours reads well whatever the time it is loaded.
 */
export function atTheOffice(at: Date, now: Date): Date {
  const today = londonDateOf(at);
  const closing = londonInstant(today, CLOSES).instant;
  const day = at < closing ? today : addDays(today, 1);
  const from = londonInstant(addDays(day, -1), CLOSES).instant.getTime();
  const opens = londonInstant(day, OPENS).instant.getTime();
  const until = Math.min(londonInstant(day, CLOSES).instant.getTime(), now.getTime());
  // Loaded before the office opens: the night's work stays at night.
  if (until <= opens) return at;
  const share = (at.getTime() - from) / (until - from);
  return new Date(Math.round(opens + share * (until - opens)));
}
