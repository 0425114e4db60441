import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
  type Content,
  optionalContent,
  type ContentInput,
  presentAttributes,
  worded,
  type Wording,
} from '../component-types.js';
import {
  type ErrorInput,
  errorMessage,
  type ErrorMessageParams,
  fieldset,
  type FieldsetInput,
  type FieldsetParams,
  group,
  hint,
  label,
  type LabelParams,
  type TextPartParams,
} from './form-parts.js';

/** Radios and checkboxes, with things that appear when an item is chosen. */

export interface ChoiceItemInput {
  value: string;
  text: string;
  hint?: Wording | null;
  id?: string;
  disabled?: boolean;
  attributes?: AttributesInput;
  labelClasses?: string;
  labelAttributes?: AttributesInput;
  /** Shown while the item is chosen: `nested('components/textarea', textarea({ … }))`. */
  conditional?: ContentInput | null;
  /** Words between items, such as "or"; then nothing else is read. */
  divider?: string;
}

export interface ChoicesInput {
  name: string;
  /** The first item's id; further ones are `id-2`, `id-3`. The name unless said otherwise. */
  id?: string;
  /** The question. Null only when something else names the group. */
  fieldset: FieldsetInput | string | null;
  hint?: Wording | null;
  error?: string | ErrorInput | null;
  items: (ChoiceItemInput & { name?: string; exclusive?: boolean })[];
  classes?: string;
  attributes?: AttributesInput;
  describedBy?: string;
  groupClasses?: string;
  groupAttributes?: AttributesInput;
}

export interface ChoicesParams {
  groupClasses: string;
  groupAttributes: Attribute[];
  fieldset: FieldsetParams | null;
  inner: ChoicesInnerParams;
}

export interface ChoicesInnerParams {
  hint: TextPartParams | null;
  error: ErrorMessageParams | null;
  classes: string;
  attributes: Attribute[];
  items: ChoiceItemParams[];
}

export interface ChoiceItemParams {
  divider: string | null;
  control: Attribute[];
  label: LabelParams | null;
  hint: TextPartParams | null;
  conditional: { id: string; classes: string; content: Content } | null;
}

export interface RadiosInput extends ChoicesInput {
  /** The value chosen, or null for none. */
  value?: string | null;
  /** Beside each other: only for two or three short items. */
  inline?: boolean;
  small?: boolean;
}

export function radios(field: RadiosInput): ChoicesParams {
  const kind: Kind = { block: 'govuk-radios', type: 'radio', isChosen: (v) => v === field.value };
  const modifiers = classNames(
    field.inline && 'govuk-radios--inline',
    field.small && 'govuk-radios--small',
    field.classes,
  );
  return choices({ ...field, classes: modifiers }, kind);
}

export interface CheckboxesInput extends ChoicesInput {
  /** The values chosen. */
  values?: readonly string[];
  small?: boolean;
}

export function checkboxes(field: CheckboxesInput): ChoicesParams {
  const kind: Kind = {
    block: 'govuk-checkboxes',
    type: 'checkbox',
    isChosen: (value) => field.values?.includes(value) === true,
  };
  const modifiers = classNames(field.small && 'govuk-checkboxes--small', field.classes);
  return choices({ ...field, classes: modifiers }, kind);
}

interface Kind {
  block: 'govuk-radios' | 'govuk-checkboxes';
  type: 'radio' | 'checkbox';
  isChosen: (value: string) => boolean;
}

function choices(field: ChoicesInput, kind: Kind): ChoicesParams {
  const id = field.id ?? field.name;
  const set = typeof field.fieldset === 'string' ? { legend: field.fieldset } : field.fieldset;
  const outerDescription = classNames(set?.describedBy ?? field.describedBy);
  const hintPart = hint(field.hint, `${id}-hint`);
  const errorPart = errorMessage(field.error, `${id}-error`);
  const described = classNames(outerDescription, hintPart?.id, errorPart?.id);
  // Radios are described by their group alone; a checkbox without a fieldset carries it itself.
  const onItems = set === null && kind.type === 'checkbox' ? described : '';
  return {
    ...group(field, errorPart !== null),
    fieldset: set === null ? null : fieldset(set, described || null),
    inner: {
      hint: hintPart,
      error: errorPart,
      classes: classNames(kind.block, field.classes),
      attributes: [...attributes(field.attributes), { name: 'data-module', value: kind.block }],
      items: field.items.map((item, index) => {
        const itemId = item.id ?? (index === 0 ? id : `${id}-${index + 1}`);
        return choice({ ...item, id: itemId, name: item.name ?? field.name }, kind, onItems);
      }),
    },
  };
}

type NamedItem = ChoiceItemInput & { id: string; name: string; exclusive?: boolean };

function choice(item: NamedItem, kind: Kind, describedBy: string): ChoiceItemParams {
  if (item.divider !== undefined) {
    return { divider: item.divider, control: [], label: null, hint: null, conditional: null };
  }
  const hintPart = hint(prefixed(item.hint, `${kind.block}__hint`), `${item.id}-item-hint`);
  const isChosen = kind.isChosen(item.value);
  const revealed = revealedBy(item, kind, isChosen);
  const labelInput = {
    text: item.text,
    classes: classNames(`${kind.block}__label`, item.labelClasses),
    attributes: item.labelAttributes,
  };
  return {
    divider: null,
    hint: hintPart,
    label: label(labelInput, item.id),
    conditional: revealed,
    control: [
      ...presentAttributes({
        id: item.id,
        name: item.name,
        type: kind.type,
        value: item.value,
        checked: isChosen,
        disabled: item.disabled,
        'data-aria-controls': revealed?.id,
        'data-behaviour': item.exclusive && 'exclusive',
        'aria-describedby': classNames(describedBy, hintPart?.id) || null,
      }),
      ...attributes(item.attributes),
    ],
  };
}

function revealedBy(
  item: NamedItem,
  { block }: Kind,
  isChosen: boolean,
): ChoiceItemParams['conditional'] {
  const revealed = optionalContent(item.conditional);
  return (
    revealed && {
      id: `conditional-${item.id}`,
      classes: classNames(`${block}__conditional`, !isChosen && `${block}__conditional--hidden`),
      content: revealed,
    }
  );
}

function prefixed(input: Wording | null | undefined, classes: string): Wording | null {
  const part = worded(input);
  return part && { ...part, classes: classNames(classes, part.classes) };
}
