import { londonDateOf } from '../shared/london-date.js';
import { type Settings, settingOn } from './policy-settings.rules.js';

/** How long the resident's link works, by the value of the day on which the application came. */
export function statusLinkDays(settings: Settings, receivedAt: Date): number {
  return settingOn(settings, 'status_link_days', londonDateOf(receivedAt));
}
