import type { ShortcutHelp } from '../platform/web/page-shell.js';
import {
  SHORTCUT_ACTIONS,
  SHORTCUTS,
  type ShortcutAction,
  type ShortcutSettings,
} from './shortcuts.rules.js';

const GROUPS = ['The paper', 'The case', 'Anywhere'] as const;

/** What every page of this person carries: the keys for the script, and the help in words. */
export function shortcutHelp({ isOn, keys }: ShortcutSettings): ShortcutHelp | null {
  if (!isOn) return null;
  const actions = (pressed: string) =>
    SHORTCUT_ACTIONS.filter((action) => SHORTCUTS[action].pressed === pressed);
  const byKey = (pressed: string) =>
    Object.fromEntries(actions(pressed).map((action) => [keys[action], action]));
  return {
    keys: JSON.stringify({ alone: byKey('alone'), after_go: byKey('after_go') }),
    groups: GROUPS.map((title) => ({ title, rows: rowsOf(title, keys) })),
  };
}

function rowsOf(group: (typeof GROUPS)[number], keys: ShortcutSettings['keys']) {
  const rows = SHORTCUT_ACTIONS.filter((action) => SHORTCUTS[action].group === group)
    .filter((action) => action !== 'go')
    .map((action) => ({ keys: pressedKeys(action, keys), label: labelOf(action) }));
  // Escape is no character: it cannot be typed by mistake, and has no other key.
  return group === 'The paper' ? [...rows, { keys: ['Esc'], label: 'Leave the paper' }] : rows;
}

function labelOf(action: ShortcutAction): string {
  return SHORTCUTS[action].label;
}

function pressedKeys(action: ShortcutAction, keys: ShortcutSettings['keys']): string[] {
  return SHORTCUTS[action].pressed === 'after_go' ? [keys.go, keys[action]] : [keys[action]];
}
