import { londonDateOf } from '../shared/london-date.js';
import type { QualityCheckState } from '../quality-checks/quality-check-states.rules.js';

interface SettledLook {
  permitTypeName: string;
  state: Exclude<QualityCheckState, 'waiting'>;
  settledAt: Date;
}

/** One month and permit type. Nobody is named: the figure is about the work, not about a person. */
export interface Agreement {
  /** `2026-11`, London. */
  month: string;
  permitTypeName: string;
  agreed: number;
  disagreed: number;
  /** Nobody looked in time; they count in no rate. */
  lapsed: number;
  /** Whole per cent of those somebody looked at; null when nobody looked at any. */
  percent: number | null;
}

/** By month, the newest first, and by type within it. */
export function agreementByMonth(looks: readonly SettledLook[]): Agreement[] {
  const groups = new Map<string, Omit<Agreement, 'percent'>>();
  for (const { permitTypeName, state, settledAt } of looks) {
    const month = londonDateOf(settledAt).slice(0, 7);
    const key = `${month} ${permitTypeName}`;
    const group = groups.get(key) ?? { month, permitTypeName, agreed: 0, disagreed: 0, lapsed: 0 };
    groups.set(key, { ...group, [state]: group[state] + 1 });
  }
  return [...groups.values()]
    .map((group) => ({ ...group, percent: percentOf(group) }))
    .sort(
      (one, other) =>
        other.month.localeCompare(one.month) ||
        one.permitTypeName.localeCompare(other.permitTypeName),
    );
}

function percentOf({ agreed, disagreed }: { agreed: number; disagreed: number }): number | null {
  const looked = agreed + disagreed;
  return looked === 0 ? null : Math.round((agreed * 100) / looked);
}
