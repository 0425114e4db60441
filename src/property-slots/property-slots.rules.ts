import { countText } from '../shared/duration-text.js';
import { formatDate, londonDateOf } from '../shared/london-date.js';

/** `cap`: one of the permits a property may hold at a time. `free`: its free concession (R-FREE-2). */
export const SLOT_KINDS = ['cap', 'free'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** Essential carer and disabled resident permits share one free slot per property (R-FREE-3, C-5). */
export const FREE_SLOTS_PER_PROPERTY = 1;

/** How many slots of one kind are held now, and when the first of them is known to fall free. */
export interface SlotUse {
  readonly held: number;
  /** Null when every holder is still waiting for a decision, or none holds one. */
  readonly nextEndsAt: Date | null;
}

/** Which slots an application of this type needs; the zone gives the cap, 0 outside any zone. */
export function slotsNeeded(
  type: { readonly countsTowardPropertyCap: boolean; readonly sharesFreeSlot: boolean },
  propertyCap: number,
): { kind: SlotKind; limit: number }[] {
  const needed: { kind: SlotKind; limit: number }[] = [];
  if (type.countsTowardPropertyCap) needed.push({ kind: 'cap', limit: propertyCap });
  if (type.sharesFreeSlot) needed.push({ kind: 'free', limit: FREE_SLOTS_PER_PROPERTY });
  return needed;
}

/** Says which limit is reached and when it eases (R-LIM-1, R-FREE-1). Null while a slot is left. */
export function slotLimitWords(kind: SlotKind, limit: number, use: SlotUse): string | null {
  if (use.held < limit) return null;
  const what =
    kind === 'cap'
      ? `This property may have ${countText(limit, 'permit')} at one time and has ${use.held}, counting applications that wait for a decision.`
      : 'This property’s free essential carer or disabled resident permit is already in use, so this one must be paid for.';
  return `${what} ${easesWords(use.nextEndsAt)}`;
}

function easesWords(nextEndsAt: Date | null): string {
  return nextEndsAt
    ? `The next one falls free on ${formatDate(londonDateOf(nextEndsAt))}, or at once when an application is rejected or withdrawn.`
    : 'A place falls free at once when an application is rejected or withdrawn.';
}
