import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
  type Content,
  content,
  type ContentInput,
  type Worded,
  worded,
  type Wording,
} from '../component-types.js';

/** The parts that fields share: label, hint, error, legend, and the group around them. */

export interface LabelParams {
  text: string;
  for: string | null;
  classes: string;
  attributes: Attribute[];
  isPageHeading: boolean;
}

export interface TextPartParams {
  id: string | null;
  text: string;
  classes: string;
  attributes: Attribute[];
}

export interface ErrorMessageParams extends TextPartParams {
  hiddenText: string | null;
}

export interface LegendParams {
  text: string;
  classes: string;
  isPageHeading: boolean;
}

export interface FieldsetParams {
  legend: LegendParams | null;
  classes: string;
  attributes: Attribute[];
}

export interface LabelInput extends Worded {
  /** The label is the page's only heading. */
  isPageHeading?: boolean;
}

export interface ErrorInput extends Worded {
  /** Read out before the message; "Error" unless said otherwise, none when empty. */
  hiddenText?: string;
}

export interface LegendInput {
  text: string;
  classes?: string;
  isPageHeading?: boolean;
}

export interface FieldsetInput {
  legend: string | LegendInput | null;
  classes?: string;
  describedBy?: string;
  role?: string;
  attributes?: AttributesInput;
}

/** What every field takes besides its own. */
export interface FieldInput {
  name: string;
  /** The name unless said otherwise; the error summary links to `#id`. */
  id?: string;
  label: string | LabelInput;
  hint?: Wording | null;
  /** What is wrong and how to put it right, or null. */
  error?: string | ErrorInput | null;
  classes?: string;
  describedBy?: string;
  disabled?: boolean;
  attributes?: AttributesInput;
  groupClasses?: string;
  groupAttributes?: AttributesInput;
}

export interface FieldParts {
  groupClasses: string;
  groupAttributes: Attribute[];
  label: LabelParams | null;
  hint: TextPartParams | null;
  error: ErrorMessageParams | null;
}

export function label(input: string | LabelInput, forId: string | null = null): LabelParams | null {
  const part = worded(input);
  if (part === null || part.text === '') return null;
  return {
    text: part.text,
    for: forId,
    classes: classNames('govuk-label', part.classes),
    attributes: attributes(part.attributes),
    isPageHeading: typeof input === 'object' && input.isPageHeading === true,
  };
}

export function hint(input: Wording | null | undefined, id: string | null): TextPartParams | null {
  const part = worded(input);
  if (part === null) return null;
  return {
    id,
    text: part.text,
    classes: classNames('govuk-hint', part.classes),
    attributes: attributes(part.attributes),
  };
}

export function errorMessage(
  input: string | ErrorInput | null | undefined,
  id: string | null,
): ErrorMessageParams | null {
  const part: ErrorInput | null = worded(input);
  if (part === null) return null;
  const hiddenText = part.hiddenText ?? 'Error';
  return {
    id,
    text: part.text,
    classes: classNames('govuk-error-message', part.classes),
    attributes: attributes(part.attributes),
    hiddenText: hiddenText === '' ? null : hiddenText,
  };
}

export function fieldset(input: FieldsetInput, describedBy: string | null = null): FieldsetParams {
  const legend =
    typeof input.legend === 'string' ? { text: input.legend } : (input.legend ?? { text: '' });
  return {
    legend:
      legend.text === ''
        ? null
        : {
            text: legend.text,
            classes: classNames('govuk-fieldset__legend', legend.classes),
            isPageHeading: legend.isPageHeading === true,
          },
    classes: classNames('govuk-fieldset', input.classes),
    attributes: attributes({
      ...(input.role ? { role: input.role } : {}),
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      ...input.attributes,
    }),
  };
}

/** The parts around a single control, and the ids that describe it. */
export function fieldParts(input: FieldInput): FieldParts & { id: string; describedBy: string } {
  const id = input.id ?? input.name;
  const hintPart = hint(input.hint, `${id}-hint`);
  const errorPart = errorMessage(input.error, `${id}-error`);
  return {
    ...group(input, errorPart !== null),
    id,
    label: label(input.label, id),
    hint: hintPart,
    error: errorPart,
    describedBy: classNames(input.describedBy, hintPart?.id, errorPart?.id),
  };
}

export function group(
  input: Pick<FieldInput, 'groupClasses' | 'groupAttributes'>,
  hasError: boolean,
): Pick<FieldParts, 'groupClasses' | 'groupAttributes'> {
  return {
    groupClasses: classNames(
      'govuk-form-group',
      hasError && 'govuk-form-group--error',
      input.groupClasses,
    ),
    groupAttributes: attributes(input.groupAttributes),
  };
}

export interface FieldsetBlockParams {
  fieldset: FieldsetParams;
  content: Content;
}

/** Several fields under one legend: the content is a view of your own, through `nested`. */
export function fieldsetBlock(input: FieldsetInput, inner: ContentInput): FieldsetBlockParams {
  return { fieldset: fieldset(input, input.describedBy ?? null), content: content(inner) };
}
