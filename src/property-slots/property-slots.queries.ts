import { instant } from '../platform/database/lists.js';
import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import type { SlotKind, SlotUse } from './property-slots.rules.js';

/** How many slots of this kind the property's permits and pending applications hold at `now`. */
export async function countSlots(
  reader: Reader,
  { uprn, kind, now }: { uprn: string; kind: SlotKind; now: Date },
): Promise<SlotUse> {
  const [row] = await readList<{ held: string | number; nextEndsAt: Date | null }>(reader, {
    columns: { held: 'COUNT(*)', nextEndsAt: instant('MIN(ends_at)') },
    from: `property_slots
            WHERE uprn = ? AND kind = ? AND (ends_at IS NULL OR ends_at > ?)`,
    values: [uprn, kind, now],
  });
  return { held: Number(row?.held ?? 0), nextEndsAt: row?.nextEndsAt ?? null };
}

/** The slots one application holds, whether it still waits or its permit runs. */
export async function slotsHeldBy(reader: Reader, applicationId: string): Promise<SlotKind[]> {
  const rows = await readList<{ kind: SlotKind }>(reader, {
    columns: { kind: 'kind' },
    from: 'property_slots WHERE application_id = ?',
    values: [applicationId],
    order: 'kind',
  });
  return rows.map((row) => row.kind);
}
