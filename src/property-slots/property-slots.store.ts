import { countWritten, isDuplicateKey } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import type { SlotKind } from './property-slots.rules.js';

/** A wish for a slot. The caller holds the property's lock (`lockProperty`). */
export interface SlotWish {
  uprn: string;
  kind: SlotKind;
  /** How many slots of this kind the property has. */
  limit: number;
  applicationId: string;
  now: Date;
  /** The application behind the permit that this one renews: its slot is handed on, none is added. */
  renewsApplicationId?: string | null;
}

/**
 * Takes the first free position, 1 to `limit`; null when all are held. A slot is free when nobody
 * has it or its permit has ended; a pending application holds one (R-LIM-1, U-7). Asking again for
 * the same application answers the position it has. Should two callers meet without the lock, the
 * primary key lets one of them through.
 */
export async function takeSlot(tx: Tx, wish: SlotWish): Promise<number | null> {
  for (let attempt = 0; attempt <= wish.limit; attempt += 1) {
    const rows = await slotRows(tx, wish.uprn, wish.kind);
    const own = rows.find((row) => row.application_id === wish.applicationId);
    if (own) return own.position;
    const handedOn = await takeOverFromRenewed(tx, wish, rows);
    if (handedOn !== null) return handedOn;
    const position = firstFree(wish, rows);
    if (position === null) return null;
    const ended = rows.find((row) => row.position === position);
    const taken = ended
      ? await takeOverEnded(tx, wish, ended)
      : await insertSlot(tx, wish, position);
    if (taken) return position;
  }
  throw new Error(`The ${wish.kind} slots of one property changed under its lock.`);
}

/**
 * Rejection and withdrawal free the slots at once. A slot that came from the permit being renewed
 * goes back to that permit, which still runs.
 */
export async function releaseSlots(tx: Tx, applicationId: string): Promise<void> {
  await tx.query(
    'DELETE FROM property_slots WHERE application_id = ? AND renewed_application_id IS NULL',
    [applicationId],
  );
  await tx.query(
    `UPDATE property_slots
        SET application_id = renewed_application_id, ends_at = renewed_ends_at,
            renewed_application_id = NULL, renewed_ends_at = NULL
      WHERE application_id = ?`,
    [applicationId],
  );
}

/**
 * Approval: the slots are held until the permit ends. Also for a permit that ends early, with the
 * instant it ended; one whose slot is handed on to a renewal keeps the handing-on.
 */
export async function setSlotEnd(tx: Tx, applicationId: string, endsAt: Date): Promise<void> {
  await tx.query(
    `UPDATE property_slots
        SET ends_at = ?, renewed_application_id = NULL, renewed_ends_at = NULL
      WHERE application_id = ?`,
    [endsAt, applicationId],
  );
  await tx.query('UPDATE property_slots SET renewed_ends_at = ? WHERE renewed_application_id = ?', [
    endsAt,
    applicationId,
  ]);
}

interface SlotRow {
  position: number;
  application_id: string;
  ends_at: Date | null;
}

async function slotRows(tx: Tx, uprn: string, kind: SlotKind): Promise<SlotRow[]> {
  return tx.query(
    `SELECT position, application_id, ends_at FROM property_slots
      WHERE uprn = ? AND kind = ? ORDER BY position`,
    [uprn, kind],
  );
}

/** A lowered limit may leave more held than allowed; then nothing is free, whatever the positions. */
function firstFree(wish: SlotWish, rows: readonly SlotRow[]): number | null {
  const held = new Set(rows.filter((row) => isHeld(row, wish.now)).map((row) => row.position));
  if (held.size >= wish.limit) return null;
  for (let position = 1; position <= wish.limit; position += 1) {
    if (!held.has(position)) return position;
  }
  return null;
}

function isHeld(row: SlotRow, now: Date): boolean {
  return row.ends_at === null || row.ends_at > now;
}

/** The renewed permit and its renewal never run at the same time, so one slot serves both (R-REN-4). */
async function takeOverFromRenewed(
  tx: Tx,
  wish: SlotWish,
  rows: readonly SlotRow[],
): Promise<number | null> {
  const renewed = rows.find(
    (row) => row.application_id === wish.renewsApplicationId && row.ends_at !== null,
  );
  if (!renewed) return null;
  await tx.query(
    `UPDATE property_slots
        SET application_id = ?, taken_at = ?, ends_at = NULL,
            renewed_application_id = ?, renewed_ends_at = ?
      WHERE uprn = ? AND kind = ? AND position = ? AND application_id = ?`,
    [
      wish.applicationId,
      wish.now,
      renewed.application_id,
      renewed.ends_at,
      wish.uprn,
      wish.kind,
      renewed.position,
      renewed.application_id,
    ],
  );
  return renewed.position;
}

async function takeOverEnded(tx: Tx, wish: SlotWish, ended: SlotRow): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE property_slots
        SET application_id = ?, taken_at = ?, ends_at = NULL,
            renewed_application_id = NULL, renewed_ends_at = NULL
      WHERE uprn = ? AND kind = ? AND position = ? AND application_id = ? AND ends_at <= ?`,
    [
      wish.applicationId,
      wish.now,
      wish.uprn,
      wish.kind,
      ended.position,
      ended.application_id,
      wish.now,
    ],
  );
  return written === 1;
}

async function insertSlot(tx: Tx, wish: SlotWish, position: number): Promise<boolean> {
  try {
    await tx.query(
      `INSERT INTO property_slots (uprn, kind, position, application_id, taken_at, ends_at)
       VALUES (?, ?, ?, ?, ?, NULL)`,
      [wish.uprn, wish.kind, position, wish.applicationId, wish.now],
    );
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
