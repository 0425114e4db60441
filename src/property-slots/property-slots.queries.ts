import type { Reader } from '../platform/database/transaction.js';
import type { SlotKind, SlotUse } from './property-slots.rules.js';

/** How many slots of this kind the property's permits and pending applications hold at `now`. */
export async function countSlots(
  reader: Reader,
  { uprn, kind, now }: { uprn: string; kind: SlotKind; now: Date },
): Promise<SlotUse> {
  const [row]: { held: string | number; next_ends_at: Date | null }[] = await reader.query(
    `SELECT COUNT(*) AS held, MIN(ends_at) AS next_ends_at FROM property_slots
      WHERE uprn = ? AND kind = ? AND (ends_at IS NULL OR ends_at > ?)`,
    [uprn, kind, now],
  );
  return { held: Number(row?.held ?? 0), nextEndsAt: row?.next_ends_at ?? null };
}

/** The slots one application holds, whether it still waits or its permit runs. */
export async function slotsHeldBy(reader: Reader, applicationId: string): Promise<SlotKind[]> {
  const rows: { kind: SlotKind }[] = await reader.query(
    'SELECT kind FROM property_slots WHERE application_id = ? ORDER BY kind',
    [applicationId],
  );
  return rows.map((row) => row.kind);
}
