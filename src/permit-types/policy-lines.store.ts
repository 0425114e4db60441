import { countWritten, writeOne } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import { addDays, type LocalDate } from '../shared/london-date.js';
import type { PaperKind } from './paper-kinds.rules.js';

/**
 * The target from a day on. The line that held then ends the day before, and what it said of the
 * past stays. False when the type does not exist on that day.
 */
export async function setTargetFrom(
  tx: Tx,
  code: string,
  { on, days }: { on: LocalDate; days: number },
): Promise<boolean> {
  const holds = 'code = ? AND valid_from < ? AND (valid_to IS NULL OR valid_to >= ?)';
  const sameDay = await countWritten(
    tx,
    'UPDATE permit_types SET target_working_days = ? WHERE code = ? AND valid_from = ?',
    [days, code, on],
  );
  if (sameDay === 1) return true;
  const copied = await countWritten(
    tx,
    `INSERT INTO permit_types (code, valid_from, valid_to, name, grants_permit, vehicle_change,
       counts_toward_property_cap, shares_free_slot, needs_health_proof, target_working_days,
       display_order)
     SELECT code, ?, valid_to, name, grants_permit, vehicle_change, counts_toward_property_cap,
            shares_free_slot, needs_health_proof, ?, display_order
       FROM permit_types WHERE ${holds}`,
    [on, days, code, on, on],
  );
  if (copied !== 1) return false;
  await writeOne(tx, 'permit type', {
    sql: `UPDATE permit_types SET valid_to = ? WHERE ${holds}`,
    values: [addDays(on, -1), code, on, on],
  });
  return true;
}

/** The papers that prove a need from a day on; none: it is no longer asked for. */
export async function setNeedFrom(
  tx: Tx,
  line: { permitTypeCode: string; need: string; displayOrder: number },
  { on, paperKinds }: { on: LocalDate; paperKinds: readonly PaperKind[] },
): Promise<void> {
  const key = [line.permitTypeCode, line.need];
  await tx.query(
    `DELETE FROM permit_evidence_needs WHERE permit_type_code = ? AND need = ? AND valid_from >= ?`,
    [...key, on],
  );
  await tx.query(
    `UPDATE permit_evidence_needs SET valid_to = ?
      WHERE permit_type_code = ? AND need = ? AND (valid_to IS NULL OR valid_to >= ?)`,
    [addDays(on, -1), ...key, on],
  );
  if (paperKinds.length === 0) return;
  await tx.query(
    `INSERT INTO permit_evidence_needs
       (permit_type_code, need, valid_from, valid_to, paper_kinds, display_order)
     VALUES (?, ?, ?, NULL, ?, ?)`,
    [...key, on, paperKinds.join(','), line.displayOrder],
  );
}
