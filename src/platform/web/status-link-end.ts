import { addDays, londonDateOf, startOfLondonDay } from '../../shared/london-date.js';

/** As long as a permit lasts, and the money of its application may be asked about. */
const STATUS_LINK_DAYS = 365;

/** The link works through the whole of its last London day. */
export function statusLinkEndsAt(receivedAt: Date): Date {
  return startOfLondonDay(addDays(londonDateOf(receivedAt), STATUS_LINK_DAYS + 1));
}
