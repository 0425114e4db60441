import type { Tx } from '../platform/database/transaction.js';
import { ownKeys, type ShortcutSettings } from './shortcuts.rules.js';

/** A person's last word counts; nothing else depends on it. */
export async function saveShortcuts(
  tx: Tx,
  staffId: string,
  { isOn, keys }: ShortcutSettings,
  changedAt: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO staff_shortcuts (staff_id, is_on, own_keys, changed_at) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE is_on = VALUES(is_on), own_keys = VALUES(own_keys),
       changed_at = VALUES(changed_at)`,
    [staffId, isOn, JSON.stringify(ownKeys(keys)), changedAt],
  );
}
