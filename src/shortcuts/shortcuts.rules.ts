import { ok, type Outcome } from '../shared/outcome.js';

/** Where a key is pressed: by itself, or after the key that begins a way. */
type Pressed = 'alone' | 'after_go';

interface Shortcut {
  /** What it does, in the words of the page and of the help. */
  label: string;
  group: 'The paper' | 'The case' | 'Anywhere';
  key: string;
  pressed: Pressed;
}

/**
 * Every single key and what it does (C4). Each does no more than a control that is seen on the page;
 * none sends a decision.
 */
export const SHORTCUTS = {
  next_page: { label: 'Next page', group: 'The paper', key: 'j', pressed: 'alone' },
  previous_page: { label: 'Previous page', group: 'The paper', key: 'k', pressed: 'alone' },
  larger: { label: 'Larger', group: 'The paper', key: '+', pressed: 'alone' },
  smaller: { label: 'Smaller', group: 'The paper', key: '-', pressed: 'alone' },
  fit: { label: 'Fit', group: 'The paper', key: '0', pressed: 'alone' },
  turn: { label: 'Turn right', group: 'The paper', key: 'r', pressed: 'alone' },
  row_1: { label: 'First row of the checklist', group: 'The case', key: '1', pressed: 'alone' },
  row_2: { label: 'Second row', group: 'The case', key: '2', pressed: 'alone' },
  row_3: { label: 'Third row', group: 'The case', key: '3', pressed: 'alone' },
  row_4: { label: 'Fourth row', group: 'The case', key: '4', pressed: 'alone' },
  row_5: { label: 'Fifth row', group: 'The case', key: '5', pressed: 'alone' },
  row_6: { label: 'Sixth row', group: 'The case', key: '6', pressed: 'alone' },
  fill_in: {
    label: 'Go to what is still to be typed, or to the main button',
    group: 'The case',
    key: 'f',
    pressed: 'alone',
  },
  approve: { label: 'Open “Approve”', group: 'The case', key: 'a', pressed: 'alone' },
  reject: { label: 'Open “Reject”', group: 'The case', key: 'x', pressed: 'alone' },
  next_case: { label: 'Review next case', group: 'The case', key: 'n', pressed: 'alone' },
  search_box: { label: 'Go to the search box', group: 'Anywhere', key: '/', pressed: 'alone' },
  go: {
    label: 'Begin a way: the next key says where',
    group: 'Anywhere',
    key: 'g',
    pressed: 'alone',
  },
  go_queue: { label: 'Queue', group: 'Anywhere', key: 'q', pressed: 'after_go' },
  go_search: { label: 'Search cases', group: 'Anywhere', key: 's', pressed: 'after_go' },
  help: { label: 'Show these keys', group: 'Anywhere', key: '?', pressed: 'alone' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutAction = keyof typeof SHORTCUTS;
export type ShortcutKeys = Readonly<Record<ShortcutAction, string>>;
export const SHORTCUT_ACTIONS = Object.keys(SHORTCUTS) as ShortcutAction[];

/** How one person works. */
export interface ShortcutSettings {
  isOn: boolean;
  keys: ShortcutKeys;
}

export const USUAL_KEYS = Object.fromEntries(
  SHORTCUT_ACTIONS.map((action) => [action, SHORTCUTS[action].key]),
) as ShortcutKeys;

/** Nobody has single keys who did not ask for them (WCAG 2.1.4). */
export const NO_SHORTCUTS: ShortcutSettings = { isOn: false, keys: USUAL_KEYS };

export interface KeyFault {
  action: ShortcutAction;
  text: string;
}

/** The keys as typed, every letter small; or what is wrong with each. */
export function readKeys(
  typed: Readonly<Record<string, string>>,
): Outcome<{ keys: ShortcutKeys }, 'faults', { faults: KeyFault[] }> {
  const keys = Object.fromEntries(
    SHORTCUT_ACTIONS.map((action) => [action, (typed[action] ?? '').trim().toLowerCase()]),
  ) as ShortcutKeys;
  const faults = SHORTCUT_ACTIONS.flatMap((action) => faultOf(action, keys));
  return faults.length > 0 ? { ok: false, refusal: 'faults', faults } : ok({ keys });
}

/** Only what differs from the usual is kept, so that a key added later has its usual one. */
export function ownKeys(keys: ShortcutKeys): Partial<ShortcutKeys> {
  const own = SHORTCUT_ACTIONS.filter((action) => keys[action] !== USUAL_KEYS[action]);
  return Object.fromEntries(own.map((action) => [action, keys[action]]));
}

/** Keys kept by an older release may clash with a new one: then the usual ones count. */
export function keysWith(own: Readonly<Record<string, string>>): ShortcutKeys {
  const read = readKeys({ ...USUAL_KEYS, ...own });
  return read.ok ? read.keys : USUAL_KEYS;
}

function faultOf(action: ShortcutAction, keys: ShortcutKeys): KeyFault[] {
  const { label } = SHORTCUTS[action];
  const key = keys[action];
  if (!/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(key)) {
    return [{ action, text: `Key for “${label}” must be one letter, digit or sign` }];
  }
  const other = SHORTCUT_ACTIONS.slice(0, SHORTCUT_ACTIONS.indexOf(action)).find(
    (one) => keys[one] === key && SHORTCUTS[one].pressed === SHORTCUTS[action].pressed,
  );
  if (!other) return [];
  return [
    { action, text: `Key for “${label}” is already the one for “${SHORTCUTS[other].label}”` },
  ];
}
