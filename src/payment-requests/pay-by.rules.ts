import { settingOn, type Settings } from '../policy/policy-settings.rules.js';
import { addDays, type LocalDate, londonDateOf, startOfLondonDay } from '../shared/london-date.js';

/** The last day to pay, for a request made at `now`. */
export function payByOn(settings: Settings, now: Date): LocalDate {
  const today = londonDateOf(now);
  return addDays(today, settingOn(settings, 'pay_again_days', today));
}

/** The instant that day ends in London: a payment before it is in time. */
export function payDueAt(payBy: LocalDate): Date {
  return startOfLondonDay(addDays(payBy, 1));
}

const LINK_DAYS = 30;

/** The link goes on saying what became of the request for a while after its last day. */
export function payLinkExpiresAt(payBy: LocalDate): Date {
  return payDueAt(addDays(payBy, LINK_DAYS));
}
