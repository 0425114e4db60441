import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
} from '../component-types.js';
import { input, type InputInput, type InputParams } from './form-fields.js';
import {
  type ErrorInput,
  errorMessage,
  type ErrorMessageParams,
  fieldset,
  type FieldsetInput,
  type FieldsetParams,
  group,
  hint,
  type TextPartParams,
} from './form-parts.js';
import type { Wording } from '../component-types.js';

export type DatePart = 'day' | 'month' | 'year';

export interface DateInputInput {
  id: string;
  /** Names become `namePrefix-day` and so on; the id unless said otherwise. */
  namePrefix?: string;
  fieldset: FieldsetInput | string | null;
  hint?: Wording | null;
  error?: string | ErrorInput | null;
  /** The parts in error; all three when there is an error and none is named. */
  errorParts?: readonly DatePart[];
  /** As the person typed them. */
  values?: Partial<Record<DatePart, string | null>>;
  /** The parts asked for, in this order; each may override its field. */
  parts?: readonly ({ part: DatePart } & Partial<InputInput>)[];
  classes?: string;
  attributes?: AttributesInput;
  groupClasses?: string;
  groupAttributes?: AttributesInput;
}

export interface DateInputParams {
  groupClasses: string;
  groupAttributes: Attribute[];
  fieldset: FieldsetParams | null;
  inner: {
    id: string;
    hint: TextPartParams | null;
    error: ErrorMessageParams | null;
    classes: string;
    attributes: Attribute[];
    items: InputParams[];
  };
}

const allParts = [{ part: 'day' }, { part: 'month' }, { part: 'year' }] as const;
const words: Record<DatePart, { label: string; width: number }> = {
  day: { label: 'Day', width: 2 },
  month: { label: 'Month', width: 2 },
  year: { label: 'Year', width: 4 },
};

/** Three boxes for a date one knows. The first box's id is `id-day`: link errors there. */
export function dateInput(field: DateInputInput): DateInputParams {
  const set = typeof field.fieldset === 'string' ? { legend: field.fieldset } : field.fieldset;
  const hintPart = hint(field.hint, `${field.id}-hint`);
  const errorPart = errorMessage(field.error, `${field.id}-error`);
  const described = classNames(set?.describedBy, hintPart?.id, errorPart?.id);
  return {
    ...group(field, errorPart !== null),
    fieldset: set === null ? null : fieldset({ ...set, role: 'group' }, described || null),
    inner: {
      id: field.id,
      hint: hintPart,
      error: errorPart,
      classes: classNames('govuk-date-input', field.classes),
      attributes: attributes(field.attributes),
      items: (field.parts ?? allParts).map((part) => box(field, part)),
    },
  };
}

function box(field: DateInputInput, part: { part: DatePart } & Partial<InputInput>): InputParams {
  const { part: name, classes, ...own } = part;
  const prefix = field.namePrefix ?? field.id;
  const hasError = field.errorParts?.includes(name) ?? Boolean(field.error);
  return input({
    id: `${field.id}-${name}`,
    name: prefix === '' ? name : `${prefix}-${name}`,
    inputmode: 'numeric',
    value: field.values?.[name] ?? null,
    label: { text: words[name].label, classes: 'govuk-date-input__label' },
    ...own,
    classes: classNames(
      'govuk-date-input__input',
      hasError && !classes?.includes('govuk-input--error') && 'govuk-input--error',
      !classes?.includes('govuk-input--width-') && `govuk-input--width-${words[name].width}`,
      classes,
    ),
  });
}
