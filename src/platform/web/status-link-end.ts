import { addDays, londonDateOf, startOfLondonDay } from '../../shared/london-date.js';

/** The link works through the whole of its last London day. */
export function statusLinkEndsAt(receivedAt: Date, days: number): Date {
  return startOfLondonDay(addDays(londonDateOf(receivedAt), days + 1));
}
