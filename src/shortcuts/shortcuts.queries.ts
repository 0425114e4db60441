import type { Reader } from '../platform/database/transaction.js';
import { keysWith, NO_SHORTCUTS, type ShortcutSettings } from './shortcuts.rules.js';

export async function readShortcuts(reader: Reader, staffId: string): Promise<ShortcutSettings> {
  const rows: { isOn: number; ownKeys: string }[] = await reader.query(
    'SELECT is_on AS isOn, own_keys AS ownKeys FROM staff_shortcuts WHERE staff_id = ?',
    [staffId],
  );
  return shortcutsAsKept(rows[0] ?? null);
}

/** What a row says; null: there is none. */
export function shortcutsAsKept(row: { isOn: number; ownKeys: string } | null): ShortcutSettings {
  if (!row) return NO_SHORTCUTS;
  const { isOn, ownKeys } = row;
  return {
    isOn: Number(isOn) === 1,
    keys: keysWith(JSON.parse(ownKeys) as ShortcutSettings['keys']),
  };
}
