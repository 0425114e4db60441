import { type ChoicesParams, checkboxes } from '../platform/web/components/choices.js';
import { input, type InputParams } from '../platform/web/components/form-fields.js';
import { link, type LinkParams } from '../platform/web/component-types.js';
import { buttonGroup, type ButtonGroupParams } from '../platform/web/components/navigation.js';
import {
  type KeyFault,
  SHORTCUT_ACTIONS,
  SHORTCUTS,
  type ShortcutAction,
} from '../shortcuts/shortcuts.rules.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';

interface MySettingsPage {
  title: string;
  errors: { text: string; href: string }[];
  isOn: ChoicesParams;
  keys: { title: string; inputs: InputParams[] }[];
  buttons: ButtonGroupParams;
  /** Where this person says what he has an interest in; null for who decides nothing. */
  interests: LinkParams | null;
}

interface Shown {
  staff: CurrentStaff;
  isOn: boolean;
  keys: Readonly<Record<string, string>>;
  faults: readonly KeyFault[];
}

const GROUPS = ['The paper', 'The case', 'Anywhere'] as const;

export function mySettingsPage({ staff, isOn, keys, faults }: Shown): MySettingsPage {
  return {
    title: 'My settings',
    errors: faults.map(({ action, text }) => ({ text, href: `#${fieldId(action)}` })),
    isOn: checkboxes({
      name: 'isOn',
      fieldset: null,
      small: true,
      items: [
        {
          value: 'yes',
          text: 'Use single keys',
          hint: 'One key does what a button or link on the page does. Keys do nothing while you type in a box.',
        },
      ],
      values: isOn ? ['yes'] : [],
    }),
    keys: GROUPS.map((title) => ({
      title,
      inputs: SHORTCUT_ACTIONS.filter((action) => SHORTCUTS[action].group === title).map((action) =>
        keyInput(action, keys, faults),
      ),
    })),
    buttons: buttonGroup([
      { button: { text: 'Save', name: 'act', value: 'save' } },
      {
        button: {
          text: 'Use the usual keys again',
          name: 'act',
          value: 'usual',
          variant: 'secondary',
        },
      },
    ]),
    interests: mayDo(staff.role, 'declare-interests')
      ? link('What you have an interest in', '/my-interests')
      : null,
  };
}

function keyInput(
  action: ShortcutAction,
  keys: Readonly<Record<string, string>>,
  faults: readonly KeyFault[],
): InputParams {
  const { label, pressed } = SHORTCUTS[action];
  return input({
    name: `keys[${action}]`,
    id: fieldId(action),
    label: pressed === 'after_go' ? `${label}, after the key that begins a way` : label,
    value: keys[action] ?? '',
    error: faults.find((fault) => fault.action === action)?.text ?? null,
    classes: 'govuk-input--width-2',
    groupClasses: 'desk-key',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: false,
  });
}

function fieldId(action: ShortcutAction): string {
  return `key-${action}`;
}
