import type { Reader } from '../platform/database/transaction.js';
import { keysWith, NO_SHORTCUTS, type ShortcutSettings } from './shortcuts.rules.js';

export async function readShortcuts(reader: Reader, staffId: string): Promise<ShortcutSettings> {
  const rows: { isOn: number; ownKeys: string }[] = await reader.query(
    'SELECT is_on AS isOn, own_keys AS ownKeys FROM staff_shortcuts WHERE staff_id = ?',
    [staffId],
  );
  if (!rows[0]) return NO_SHORTCUTS;
  const { isOn, ownKeys } = rows[0];
  return {
    isOn: Number(isOn) === 1,
    keys: keysWith(JSON.parse(ownKeys) as ShortcutSettings['keys']),
  };
}
