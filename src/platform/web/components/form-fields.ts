import {
  attributes,
  type Attribute,
  classNames,
  presentAttributes,
  worded,
  type Wording,
} from '../component-types.js';
import { type FieldInput, fieldParts, type FieldParts } from './form-parts.js';

/** Text input, textarea, character count, select and file upload. */

export interface ControlParams extends FieldParts {
  /** All attributes of the control itself, `id`, `name` and `aria-describedby` among them. */
  attributes: Attribute[];
  classes: string;
}

export interface InputParams extends ControlParams {
  prefix: AffixParams | null;
  suffix: AffixParams | null;
  hasWrapper: boolean;
  wrapperClasses: string;
}

export interface AffixParams {
  text: string;
  classes: string;
  attributes: Attribute[];
}

export interface InputInput extends FieldInput {
  value?: string | null;
  type?: string;
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text';
  autocomplete?: string;
  autocapitalize?: string;
  pattern?: string;
  spellcheck?: boolean;
  prefix?: Wording | null;
  suffix?: Wording | null;
  wrapperClasses?: string;
}

/** One line of text. `input({ name: 'v5cReference', label: 'V5C reference', value, error })` */
export function input(field: InputInput): InputParams {
  const { id, describedBy, ...parts } = fieldParts(field);
  const prefix = affix(field.prefix, 'prefix');
  const suffix = affix(field.suffix, 'suffix');
  return {
    ...parts,
    prefix,
    suffix,
    hasWrapper: prefix !== null || suffix !== null,
    wrapperClasses: classNames('govuk-input__wrapper', field.wrapperClasses),
    classes: classNames('govuk-input', field.classes, parts.error && 'govuk-input--error'),
    attributes: [
      ...presentAttributes({
        id,
        name: field.name,
        type: field.type ?? 'text',
        spellcheck: spellcheckValue(field.spellcheck),
        value: field.value,
        disabled: field.disabled,
        'aria-describedby': describedBy || null,
        autocomplete: field.autocomplete,
        autocapitalize: field.autocapitalize,
        pattern: field.pattern,
        inputmode: field.inputmode,
      }),
      ...attributes(field.attributes),
    ],
  };
}

export interface TextareaInput extends FieldInput {
  value?: string | null;
  rows?: number;
  autocomplete?: string;
  spellcheck?: boolean;
}

export interface TextareaParams extends ControlParams {
  value: string;
  /** The line below the box of a character count, or null. */
  count: { id: string; text: string; classes: string } | null;
}

export function textarea(field: TextareaInput): TextareaParams {
  const { id, describedBy, ...parts } = fieldParts(field);
  return {
    ...parts,
    value: field.value ?? '',
    count: null,
    classes: classNames('govuk-textarea', parts.error && 'govuk-textarea--error', field.classes),
    attributes: [
      ...presentAttributes({
        id,
        name: field.name,
        spellcheck: spellcheckValue(field.spellcheck),
        disabled: field.disabled,
        'aria-describedby': describedBy || null,
        autocomplete: field.autocomplete,
      }),
      ...attributes({ ...field.attributes }),
      { name: 'rows', value: String(field.rows ?? 5) },
    ],
  };
}

export interface CharacterCountInput extends TextareaInput {
  /** One of the two. The server counts too: this only tells. */
  maxlength?: number;
  maxwords?: number;
  /** Characters as people see them, words, or the units of the typed text (`length`). */
  countType?: 'characters' | 'words' | 'length';
  /** Start telling at this percentage. */
  threshold?: number;
  countClasses?: string;
  /** Replaces "You can enter up to %{count} characters". */
  description?: string;
}

/** A textarea that tells how much room is left; rendered by the same view as `textarea`. */
export function characterCount(field: CharacterCountInput): TextareaParams {
  const id = field.id ?? field.name;
  const limit = field.maxwords ?? field.maxlength ?? 0;
  const countType = field.countType ?? (field.maxwords === undefined ? null : 'words');
  const unit = countType === 'words' ? 'words' : 'characters';
  const params = textarea({
    ...field,
    describedBy: `${id}-info`,
    classes: classNames('govuk-js-character-count', field.classes),
    groupClasses: classNames('govuk-character-count', field.groupClasses),
    groupAttributes: {
      'data-module': 'govuk-character-count',
      ...(field.maxlength === undefined ? {} : { 'data-maxlength': field.maxlength }),
      ...(field.maxwords === undefined ? {} : { 'data-maxwords': field.maxwords }),
      ...(field.threshold === undefined ? {} : { 'data-threshold': field.threshold }),
      ...(countType === null ? {} : { 'data-count-type': countType }),
      ...field.groupAttributes,
    },
  });
  const description = field.description ?? `You can enter up to %{count} ${unit}`;
  return {
    ...params,
    count: {
      id: `${id}-info`,
      text: description.replace('%{count}', String(limit)),
      classes: classNames('govuk-hint', 'govuk-character-count__message', field.countClasses),
    },
  };
}

export interface OptionInput {
  /** The text stands for the value when there is none. */
  value?: string | null;
  text: string;
  disabled?: boolean;
  attributes?: FieldInput['attributes'];
}

export interface SelectInput extends FieldInput {
  items: OptionInput[];
  /** The value chosen, or null for none. */
  value?: string | null;
}

export interface SelectParams extends ControlParams {
  items: { text: string; attributes: Attribute[] }[];
}

export function select(field: SelectInput): SelectParams {
  const { id, describedBy, ...parts } = fieldParts(field);
  return {
    ...parts,
    classes: classNames('govuk-select', field.classes, parts.error && 'govuk-select--error'),
    attributes: control(field, id, describedBy),
    items: field.items.map((item) => ({
      text: item.text,
      attributes: [
        ...presentAttributes({
          value: item.value,
          selected: (item.value ?? item.text) === field.value,
          disabled: item.disabled,
        }),
        ...attributes(item.attributes),
      ],
    })),
  };
}

export interface FileUploadInput extends FieldInput {
  multiple?: boolean;
  /** The kinds the file chooser offers, such as ".pdf,.jpg"; the server checks for itself. */
  accept?: string;
}

export function fileUpload(field: FileUploadInput): ControlParams {
  const { id, describedBy, ...parts } = fieldParts(field);
  return {
    ...parts,
    classes: classNames(
      'govuk-file-upload',
      field.classes,
      parts.error && 'govuk-file-upload--error',
    ),
    attributes: [
      ...control(field, id, describedBy),
      ...presentAttributes({ multiple: field.multiple, accept: field.accept }),
    ],
  };
}

function control(field: FieldInput, id: string, describedBy: string): Attribute[] {
  return [
    ...presentAttributes({
      id,
      name: field.name,
      disabled: field.disabled,
      'aria-describedby': describedBy || null,
    }),
    ...attributes(field.attributes),
  ];
}

function affix(input: Wording | null | undefined, kind: string): AffixParams | null {
  const part = worded(input);
  return part === null
    ? null
    : {
        text: part.text,
        classes: classNames(`govuk-input__${kind}`, part.classes),
        attributes: attributes(part.attributes),
      };
}

function spellcheckValue(spellcheck: boolean | undefined): string | null {
  return spellcheck === undefined ? null : String(spellcheck);
}
